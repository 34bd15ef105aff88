import type { Distribution } from "./distribution.js";

/** Outcomes beyond the ends of a range that are neglected, at each end. */
const NEGLECTED = 1e-6;
const [NEAR, NEARER] = [1e-8, 1e-9];
/** By how much a tenth of the probability comes closer to an end that is only just reached. */
const CLOSER = 10 ** (-1 / 1.1);

/**
 * Where the outcomes of a distribution lie, for all but one in a million at each end.
 *
 * An end of the support counts as reached where outcomes crowd up to it: where the probability of
 * coming within x of it falls no faster than x^1.1 as x shrinks. So a uniform or exponential from 0 reaches
 * 0 and has a reciprocal without a mean; a lognormal, or a beta that vanishes there, does not.
 */
export function effectiveRange({ support, quantile }: Distribution): readonly [number, number] {
  const [min, max] = support;
  const reached = (end: number, near: number, nearer: number): boolean =>
    Number.isFinite(end) && Math.abs(nearer - end) <= CLOSER * Math.abs(near - end);
  return [
    reached(min, quantile(NEAR), quantile(NEARER)) ? min : quantile(NEGLECTED),
    reached(max, quantile(1 - NEAR), quantile(1 - NEARER)) ? max : quantile(1 - NEGLECTED),
  ];
}
