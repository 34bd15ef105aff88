import { invertPositive } from "../numeric/invert-positive.js";

/** A mean log density at a point of its parameters. */
export interface Hillside {
  readonly height: number;
  readonly slope: readonly number[];
  /** Minus its second derivatives, observed or expected; positive definite. */
  readonly information: readonly (readonly number[])[];
}

const STEPS_MAX = 200;
/** A top is found when a step is 1e-12 of the spread of the score: far below any standard error. */
const GAIN_MIN = 1e-24;
const HALVINGS_MAX = 40;

/**
 * The top of a log-likelihood by Newton's method, or by Fisher's scoring where the information is the
 * expected one. A step that would lower the likelihood is halved.
 *
 * @param start where the height is finite
 * @param at the height may be -Infinity outside the parameters' range; it is then not asked for more
 *
 * Source: Lange, Optimization (2013), on Newton's method and scoring.
 */
export function climb(
  at: (point: readonly number[]) => Hillside,
  start: readonly number[],
): readonly number[] {
  let point = start;
  let here = at(point);
  for (let k = 0; k < STEPS_MAX; k++) {
    const covariance = invertPositive(here.information);
    if (!covariance) return point;
    const { slope, height } = here;
    const step = covariance.map((row) => row.reduce((sum, c, j) => sum + c * slope[j]!, 0));
    const gain = step.reduce((sum, s, j) => sum + s * slope[j]!, 0);
    const slack = 1e-14 * (1 + Math.abs(height));
    const next = descend(at, point, step, height - slack);
    if (!next) return point;
    [point, here] = next;
    if (gain < GAIN_MIN) return point;
  }
  return point;
}

/** The longest of the halved steps that is not below a height. */
function descend(
  at: (point: readonly number[]) => Hillside,
  point: readonly number[],
  step: readonly number[],
  heightMin: number,
): readonly [point: readonly number[], there: Hillside] | undefined {
  for (let k = 0, share = 1; k < HALVINGS_MAX; k++, share /= 2) {
    const next = point.map((x, j) => x + share * step[j]!);
    const there = at(next);
    if (there.height >= heightMin) return [next, there];
  }
  return undefined;
}
