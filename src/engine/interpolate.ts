/**
 * The polynomial through six points, as coefficients from the constant term up. Plain arithmetic:
 * the same bits everywhere.
 *
 * @param nodes six different arguments, the first of them 0
 * @param values at the nodes; overwritten
 * @param out receives six coefficients
 *
 * Source: Press et al., Numerical Recipes (2007), section 3.5, by Newton's divided differences.
 */
export function interpolate(nodes: Float64Array, values: Float64Array, out: Float64Array): void {
  const last = nodes.length - 1;
  for (let order = 1; order <= last; order++) {
    for (let k = last; k >= order; k--) {
      values[k] = (values[k]! - values[k - 1]!) / (nodes[k]! - nodes[k - order]!);
    }
  }
  // Horner's rule on polynomials: multiply by (x - node), add the next difference.
  out.fill(0, 0, last + 1);
  for (let k = last; k >= 0; k--) {
    for (let power = last - k; power >= 1; power--) {
      out[power] = out[power - 1]! - nodes[k]! * out[power]!;
    }
    out[0] = values[k]! - nodes[k]! * out[0]!;
  }
}
