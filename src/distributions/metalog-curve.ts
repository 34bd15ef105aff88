import { horner } from "../numeric/horner.js";
import { solveLinear } from "../numeric/solve-linear.js";

/** A share of outcomes on the scales a metalog needs: all digits in either tail. */
export interface Share {
  /** log(p / q). */
  readonly logit: number;
  /** p - 1/2. */
  readonly centred: number;
  /** p q, the slope of `centred` over `logit`. */
  readonly product: number;
}

/** The metalog's quantile function: S logit + C, with S and C polynomials in the centred share. */
export interface MetalogCurve {
  /** Coefficients of S, from the constant term up. */
  readonly slopes: readonly number[];
  /** Coefficients of C, from the constant term up. */
  readonly shifts: readonly number[];
}

/** @param p share below, q share above, p + q = 1; the smaller of the two is taken at its word */
export function shareOf(p: number, q: number): Share {
  return p < 0.5
    ? { logit: Math.log(p) - Math.log1p(-p), centred: p - 0.5, product: p * (1 - p) }
    : { logit: Math.log1p(-q) - Math.log(q), centred: 0.5 - q, product: q * (1 - q) };
}

/** The quantile at a share. */
export function valueOn({ slopes, shifts }: MetalogCurve, { logit, centred }: Share): number {
  return horner(slopes, centred) * logit + horner(shifts, centred);
}

/** How fast the quantile grows with the logit: a density is positive where this is. */
export function slopeOn(
  { slopes, shifts }: MetalogCurve,
  { logit, centred, product }: Share,
): number {
  const bend = horner(derivative(slopes), centred) * logit + horner(derivative(shifts), centred);
  return horner(slopes, centred) + bend * product;
}

function derivative(coefficients: readonly number[]): readonly number[] {
  return coefficients.slice(1).map((coefficient, k) => coefficient * (k + 1));
}

/**
 * The metalog of as many terms as quantiles, through all of them; three symmetric ones in closed form.
 * Where the terms cannot meet the quantiles, as with seven symmetric ones, four of whose equations
 * meet only three even terms, the last term makes room for the next.
 *
 * @param percents in (0, 100), rising, at least three
 * @param values one for each, on the unbounded scale
 * @returns undefined where no terms of working accuracy go through them
 *
 * Source: Keelin, "The Metalog Distributions", Decision Analysis 13 (2016), equations 6, 7 and 18.
 */
export function curveThrough(
  percents: readonly number[],
  values: readonly number[],
): MetalogCurve | undefined {
  const shares = percents.map((percent) => shareOf(percent / 100, (100 - percent) / 100));
  const [first = NaN, centre, last = NaN] = percents;
  if (percents.length === 3 && centre === 50 && first + last === 100) {
    const [low, middle, high] = values as [number, number, number];
    const { logit, centred } = shares[2]!;
    const slope = (high - low) / (2 * logit);
    const skew = (high - middle - (middle - low)) / (2 * centred * logit);
    return { slopes: [slope, skew], shifts: [middle] };
  }
  const usual = percents.map((_, k) => k);
  return (
    fitted(usual, shares, values) ?? fitted([...usual.slice(0, -1), usual.length], shares, values)
  );
}

/** The curve of the given terms through all values; undefined where there is none. */
function fitted(
  terms: readonly number[],
  shares: readonly Share[],
  values: readonly number[],
): MetalogCurve | undefined {
  const solved = solveLinear(
    shares.map((share) => terms.map((k) => term(k, share))),
    values,
  );
  if (!solved) return undefined;
  const curve = { slopes: [0], shifts: [0] };
  terms.forEach((k, j) => {
    (isSloping(k) ? curve.slopes : curve.shifts)[powerOf(k)] = solved[j]!;
  });
  // A term left out leaves a gap.
  return {
    slopes: Array.from(curve.slopes, (c) => c ?? 0),
    shifts: Array.from(curve.shifts, (c) => c ?? 0),
  };
}

/** Terms 2 and 3, then every even one multiply the logit: the k-th, from 0. */
function isSloping(k: number): boolean {
  return k === 1 || k === 2 || (k > 4 && k % 2 === 1);
}

function term(k: number, { logit, centred }: Share): number {
  let value = isSloping(k) ? logit : 1;
  for (let j = 0; j < powerOf(k); j++) value *= centred;
  return value;
}

/** The power of the centred share: 1, logit, centred logit, centred, centred², centred² logit, ... */
function powerOf(k: number): number {
  return k < 2 ? 0 : k < 4 ? 1 : k >> 1;
}
