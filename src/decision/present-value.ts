/** Payments a year apart, the first now; what is paid is below 0. */
export type Flows = Float64Array | readonly number[];

/**
 * What payments are worth at the time of the first of them.
 *
 * @param rates of the year that ends in each but the first flow; 0.1 is 10% a year
 * @returns no number where a rate is -100% or less
 *
 * @example presentValue([-100, 60, 60], [0.2, 0.2]) // => -8.333333333333329
 *
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, chapter 5 (net present value).
 */
export function presentValue(flows: Flows, rates: Float64Array | readonly number[]): number {
  let value = 0;
  for (let k = flows.length - 1; k > 0; k--) {
    const growth = 1 + rates[k - 1]!;
    if (!(growth > 0)) return NaN;
    value = (value + flows[k]!) / growth;
  }
  return value + flows[0]!;
}
