import { createDistribution } from "../../src/distributions/create.js";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Atoms, ClosedForm } from "./closed-forms.js";
import { andersonDarlingP, chiSquareP, kolmogorovP, poissonP, twoSided } from "./p-values.js";

/** One hypothesis held against the draws: how unlikely they are if it is true. */
export interface Verdict {
  readonly test: string;
  readonly p: number;
}

const CELLS = 1000;
const TAIL = 1e-4;
/** Expected at least in a cell of atoms. */
const EXPECTED_MIN = 20;
/** Largest |F(x) - u| of correct code: closed forms and quantiles are each good to 1e-11. */
const ROUND_TRIP = 1e-9;

/** Uniforms of one stream, the way a run makes them. */
export function uniformsOf(stream: string, draws: number, seed = "battery"): Float64Array {
  const out = new Float64Array(draws);
  createDesign({ method: "random", draws, seed, dimensions: [] }).fill(stream, 0, out);
  return out;
}

/** The quantile function a run would use. */
export function quantileOf({ spec }: Pick<ClosedForm, "spec">): (u: number) => number {
  return createDistribution(spec).quantile;
}

/** Draws of a continuous distribution against its closed form. */
export function holdContinuous(
  uniforms: Float64Array,
  quantile: (u: number) => number,
  { cdf, mean, sd, kurtosis }: ClosedForm,
): readonly Verdict[] {
  const values = uniforms.map(quantile);
  const shares = values.map(cdf);
  const worst = shares.reduce(
    (most, share, i) => Math.max(most, Math.abs(share - uniforms[i]!)),
    0,
  );
  const moments = holdMoments(values, mean, sd, kurtosis);
  const counts = new Float64Array(CELLS);
  for (const share of shares) counts[Math.min(CELLS - 1, Math.floor(share * CELLS))]!++;
  const expected = counts.map(() => values.length / CELLS);
  return [
    { test: "round trip", p: worst <= ROUND_TRIP ? 1 : 0 },
    { test: "equiprobable cells", p: chiSquare(counts, expected) },
    ...moments,
    ...holdSorted(shares.sort()),
  ];
}

/** What needs the probability transforms in order: distances, tails, ties. */
function holdSorted(shares: Float64Array): readonly Verdict[] {
  const n = shares.length;
  let distance = 0;
  let sum = 0;
  let ties = 0;
  for (let i = 0; i < n; i++) {
    const share = shares[i]!;
    distance = Math.max(distance, (i + 1) / n - share, share - i / n);
    sum += (2 * i + 1) * (Math.log(share) + Math.log1p(-shares[n - 1 - i]!));
    if (i > 0 && share === shares[i - 1]) ties++;
  }
  const below = shares.findIndex((share) => share > TAIL);
  const above = n - shares.findIndex((share) => share >= 1 - TAIL);
  return [
    { test: "Kolmogorov-Smirnov", p: kolmogorovP(distance, n) },
    { test: "Anderson-Darling", p: andersonDarlingP(-n - sum / n) },
    { test: "draws below 1e-4", p: poissonP(below, n * TAIL) },
    { test: "draws above 1 - 1e-4", p: poissonP(above, n * TAIL) },
    // Pairs over the cells of a double near 1: more than one or two equal draws are no chance.
    { test: "ties", p: poissonP(ties, ((n * n) / 2) * 2 ** -51) },
  ];
}

/** Draws of separate values against their shares. */
export function holdAtoms(
  uniforms: Float64Array,
  quantile: (u: number) => number,
  { atoms }: Atoms,
): readonly Verdict[] {
  const values = uniforms.map(quantile);
  const mean = atoms.reduce((sum, [value, share]) => sum + value * share, 0);
  const central = (power: number): number =>
    atoms.reduce((sum, [value, share]) => sum + share * (value - mean) ** power, 0);
  const sd = Math.sqrt(central(2));
  const { counts, expected } = pooled(values, atoms);
  return [
    { test: "atoms", p: chiSquare(counts, expected) },
    ...holdMoments(values, mean, sd, central(4) / sd ** 4),
  ];
}

/** Counts of the atoms, rare neighbours together; a value that is no atom counts in a cell of its own. */
function pooled(
  values: Float64Array,
  atoms: Atoms["atoms"],
): { counts: Float64Array; expected: Float64Array } {
  const cells: { share: number; values: number[] }[] = [];
  for (const [value, share] of atoms) {
    const last = cells.at(-1);
    const rare = last && Math.min(last.share, share) * values.length < EXPECTED_MIN;
    if (rare) {
      last.share += share;
      last.values.push(value);
    } else cells.push({ share, values: [value] });
  }
  const cellOf = new Map(cells.flatMap((cell, k) => cell.values.map((value) => [value, k])));
  const counts = new Float64Array(cells.length + 1);
  for (const value of values) counts[cellOf.get(value) ?? cells.length]!++;
  const shares = [...cells.map(({ share }) => share), 1e-12];
  return { counts, expected: Float64Array.from(shares, (share) => share * values.length) };
}

function holdMoments(
  values: Float64Array,
  mean: number | undefined,
  sd: number | undefined,
  kurtosis: number | undefined,
): readonly Verdict[] {
  if (mean === undefined) return [];
  const n = values.length;
  const own = values.reduce((sum, x) => sum + (x - mean), 0) / n;
  const square = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / n;
  const verdicts = [
    { test: "mean", p: twoSided((own / (sd ?? Math.sqrt(square))) * Math.sqrt(n)) },
  ];
  if (sd === undefined || kurtosis === undefined) return verdicts;
  const error = Math.sqrt((kurtosis - 1) / n);
  return [...verdicts, { test: "variance", p: twoSided((square / (sd * sd) - 1) / error) }];
}

function chiSquare(counts: Float64Array, expected: Float64Array): number {
  const sum = counts.reduce(
    (chi2, count, k) => chi2 + (count - expected[k]!) ** 2 / expected[k]!,
    0,
  );
  return chiSquareP(sum, counts.length - 1);
}

/** Two streams, or one and itself a few draws later: no correlation, no equal draws. */
export function holdIndependent(a: Float64Array, b: Float64Array): readonly Verdict[] {
  const n = a.length;
  let products = 0;
  let equal = 0;
  let corners = 0;
  for (let i = 0; i < n; i++) {
    products += (a[i]! - 0.5) * (b[i]! - 0.5);
    if (a[i] === b[i]) equal++;
    if (a[i]! > 0.99 && b[i]! > 0.99) corners++;
  }
  return [
    { test: "correlation", p: twoSided((12 * products) / Math.sqrt(n)) },
    { test: "equal draws", p: poissonP(equal, n * 2 ** -51) },
    { test: "both in the last hundredth", p: poissonP(corners, n * 1e-4) },
  ];
}

/** What makes a percentile of the ascending values. */
export type Percentile = (sorted: Float64Array, p: number) => number;

/**
 * A percentile's rank: its mean over many small columns of uniforms against Hyndman & Fan's type 7,
 * whose expectation is ((n - 1) p + 1) / (n + 1) exactly. One rank off is 1 / (n + 1) off.
 */
export function holdRanks(uniforms: Float64Array, n: number, percentile: Percentile): Verdict[] {
  const columns = Math.floor(uniforms.length / n);
  return [0.01, 0.05, 0.5, 0.95, 0.99].map((p) => {
    let sum = 0;
    for (let k = 0; k < columns; k++) {
      sum += percentile(uniforms.slice(k * n, (k + 1) * n).sort(), p);
    }
    const expected = ((n - 1) * p + 1) / (n + 1);
    // The variance of an order statistic; between two of them it is smaller.
    const error = Math.sqrt((expected * (1 - expected)) / (n + 2) / columns);
    return { test: `rank of p${100 * p}`, p: twoSided((sum / columns - expected) / error) };
  });
}
