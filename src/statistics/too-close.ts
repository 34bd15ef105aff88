import type { Interval } from "./estimate.js";

/** Most draws a run may have; see `drawsSchema`. */
const DRAWS_MAX = 1e10;
/** More would pretend to a precision that the distance to the threshold does not have. */
const FIGURES = 2;

/** A run that cannot tell on which side of a threshold a number lies. */
export interface TooClose {
  /** About how many would tell, if the number is what the run found; null where none can be named. */
  readonly drawsToTell: number | null;
}

/**
 * Whether the 95% interval of a simulated number holds a threshold, and how many draws would tell: the
 * error of draws that are independent shrinks as one over the square root of their number, that of
 * evener designs no slower. Undefined where the number is clear of the threshold, or has no error.
 *
 * @param draws behind the interval
 * @returns draws rounded up to two figures; null where the number lies on the threshold, or so near
 *   that no run is long enough
 */
export function tooClose(
  { value, low, high }: Interval,
  threshold: number,
  draws: number,
): TooClose | undefined {
  if (!(low < threshold && threshold < high)) return undefined;
  const reach = value < threshold ? high - value : value - low;
  const needed = draws * (reach / Math.abs(value - threshold)) ** 2;
  return { drawsToTell: needed <= DRAWS_MAX ? roundedUp(needed) : null };
}

function roundedUp(count: number): number {
  const place = 10 ** Math.max(0, Math.floor(Math.log10(count)) + 1 - FIGURES);
  return Math.ceil(count / place) * place;
}
