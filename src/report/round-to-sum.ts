/**
 * Rounds terms so that what is printed adds up to the total as it is printed: each to one of its two
 * neighbours, those with the largest remainders upwards.
 *
 * @param decimals digits after the point
 *
 * Source: Hamilton's method of largest remainders; Balinski & Young, Fair Representation (2001).
 */
export function roundToSum(
  terms: readonly number[],
  total: number,
  decimals: number,
): readonly number[] {
  const step = Number(`1e${decimals}`);
  const down = terms.map((term) => Math.floor(term * step));
  const missing = Math.round(total * step) - down.reduce((sum, units) => sum + units, 0);
  const order = [...terms.keys()].sort(
    (a, b) => terms[b]! * step - down[b]! - (terms[a]! * step - down[a]!),
  );
  const up = new Set(order.slice(0, Math.max(0, missing)));
  return down.map((units, k) => (units + (up.has(k) ? 1 : 0)) / step);
}
