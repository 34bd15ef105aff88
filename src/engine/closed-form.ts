import type { Distribution } from "../distributions/distribution.js";

/** With a mode nearer to an end than this share of draws, counting from the other end loses digits. */
const SPLIT_MIN = 2 ** -10;

/**
 * A quantile function in two parts, counted from either end of the support: `low + g(p) rise` up to
 * `split` and `high - g(1 - p) fall` above, where g is the square root or nothing.
 */
export interface ClosedForm {
  readonly root: boolean;
  readonly split: number;
  readonly low: number;
  readonly rise: number;
  readonly high: number;
  readonly fall: number;
}

/** The closed form of a uniform and of most triangular distributions; undefined for any other. */
export function closedFormOf({ family, support, mode }: Distribution): ClosedForm | undefined {
  const [low, high] = support;
  const width = high - low;
  if (family === "uniform") return { root: false, split: 0.5, low, rise: width, high, fall: width };
  if (mode === undefined) return undefined;
  const split = (mode - low) / width;
  if (!(split >= SPLIT_MIN && split <= 1 - SPLIT_MIN)) return undefined;
  const rise = Math.sqrt(width) * Math.sqrt(mode - low);
  const fall = Math.sqrt(width) * Math.sqrt(high - mode);
  return { root: true, split, low, rise, high, fall };
}

/** The quantile function that a closed form stands for. */
export function closedQuantile({
  root,
  split,
  low,
  rise,
  high,
  fall,
}: ClosedForm): (p: number) => number {
  return (p) => {
    const distance = p <= split ? p : 1 - p;
    const size = root ? Math.sqrt(distance) : distance;
    return p <= split ? low + size * rise : high - size * fall;
  };
}
