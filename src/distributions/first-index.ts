/** Index of the first entry that passes, where all after it pass too; the length where none does. */
export function firstIndex<T>(sorted: readonly T[], passes: (entry: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
