/** What every scenario can measure in; values are held in these. Case matters. */
export const baseUnits: readonly string[] = [
  "USD",
  "token",
  "GPU",
  "server",
  "user",
  "request",
  "s",
  "J",
  "B",
  "flop",
];
