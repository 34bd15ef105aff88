/** Whether there is such a day, or such a month: `2026-02-29` is none. */
export function isOnCalendar(date: string): boolean {
  const time = Date.parse(date);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}
