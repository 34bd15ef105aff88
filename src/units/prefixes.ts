/** Decimal prefixes and their factors; the empty one is a factor of one. */
export const prefixes = [
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
] as const;
