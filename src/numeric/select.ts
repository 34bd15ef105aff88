/**
 * A quantile (Hyndman & Fan's type 7) without sorting. NaN counts as larger than any number.
 *
 * @param values at least one; put into another order
 * @param p in [0, 1]
 */
export function selectQuantile(values: Float64Array, p: number): number {
  const numbers = values.subarray(0, numbersFirst(values));
  const position = (values.length - 1) * p;
  const below = Math.floor(position);
  const share = position - below;
  if (below >= numbers.length) return NaN;
  partition(numbers, below);
  if (share === 0) return numbers[below]!;
  if (below + 1 >= numbers.length) return NaN;
  let above = Infinity;
  for (let k = below + 1; k < numbers.length; k++) {
    if (numbers[k]! < above) above = numbers[k]!;
  }
  return numbers[below]! + share * (above - numbers[below]!);
}

/** Moves NaN to the end and returns how many numbers stand before it. */
function numbersFirst(values: Float64Array): number {
  let count = 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (Number.isNaN(value)) continue;
    values[k] = values[count]!;
    values[count++] = value;
  }
  return count;
}

/** Below this many values a sample does not pay. */
const SAMPLED_FROM = 600;

/**
 * Puts the value of rank k in place k, no larger value before it and no smaller one after.
 * Source: Floyd & Rivest, "Algorithm 489: the algorithm SELECT", CACM 18 (1975).
 */
function partition(values: Float64Array, k: number, from = 0, to = values.length - 1): void {
  let left = from;
  let right = to;
  while (right > left) {
    if (right - left > SAMPLED_FROM) partitionSample(values, k, left, right);
    const pivot = values[k]!;
    let i = left;
    let j = right;
    values[k] = values[left]!;
    values[left] = pivot;
    if (values[right]! > pivot) {
      values[left] = values[right]!;
      values[right] = pivot;
    }
    while (i < j) {
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    const hole = values[left] === pivot ? left : right;
    if (hole === right) j++;
    values[hole] = values[j]!;
    values[j] = pivot;
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
}

/** First among values near rank k, so that the next round leaves little on either side. */
function partitionSample(values: Float64Array, k: number, left: number, right: number): void {
  const n = right - left + 1;
  const place = k - left + 1;
  const z = Math.log(n);
  const size = 0.5 * Math.exp((2 * z) / 3);
  const spread = 0.5 * Math.sqrt((z * size * (n - size)) / n) * (place < n / 2 ? -1 : 1);
  const newLeft = Math.max(left, Math.floor(k - (place * size) / n + spread));
  const newRight = Math.min(right, Math.floor(k + ((n - place) * size) / n + spread));
  partition(values, k, newLeft, newRight);
}
