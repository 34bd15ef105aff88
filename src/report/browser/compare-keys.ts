/** What a row is sorted by: its group before all, then a number or a text; none stands last. */
export interface SortKey {
  readonly key: string | undefined;
  readonly group: number;
}

/** Less than zero where the first stands before the second; numbers by size, texts as read. */
export function compareKeys(one: SortKey, other: SortKey, descending: boolean): number {
  if (one.key === undefined || other.key === undefined) {
    return Number(one.key === undefined) - Number(other.key === undefined);
  }
  if (one.group !== other.group) return one.group - other.group;
  const [first, second] = [Number(one.key), Number(other.key)];
  const order =
    Number.isNaN(first) || Number.isNaN(second)
      ? one.key.localeCompare(other.key, "en", { numeric: true })
      : first - second;
  return descending ? -order : order;
}
