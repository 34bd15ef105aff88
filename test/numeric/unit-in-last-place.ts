/** The distance of the doubles around x, which is that of the subnormal ones where x is small. */
export function unitInLastPlace(x: number): number {
  const bits = new BigUint64Array(Float64Array.of(x).buffer)[0]!;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  return 2 ** Math.max(exponent - 1023 - 52, -1074);
}
