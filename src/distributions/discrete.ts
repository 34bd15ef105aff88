import { type Family, ParameterError } from "./family.js";
import { firstIndex } from "./first-index.js";
import { listOf } from "./parameters.js";
import { weightsOf } from "./weights.js";

/** A few values, each with a weight; weights are relative and need not add up to 1. */
export const discrete: Family = {
  name: "discrete",
  meaning: "A few values with weights; weights are relative",
  parameterSets: [["values", "weights"]],
  kinds: { values: "numbers", weights: "numbers" },
  create: (parameters) => {
    const stated = listOf(parameters, "values");
    if (stated.length === 0)
      throw new ParameterError("values", "values is empty", "List the values");
    const weights = weightsOf(parameters, "values");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const atoms = weights
      .map((weight, k) => ({ value: stated[k]!, weight, share: weight / total }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => a.value - b.value);
    const shares = runningShares(atoms, total);
    const above = runningShares([...atoms].reverse(), total).reverse();
    const values = atoms.map(({ value }) => value);
    const mean = atoms.reduce((sum, { value, share }) => sum + value * share, 0);
    const variance = atoms.reduce(
      (sum, { value, share }) => sum + (value - mean) * (value - mean) * share,
      0,
    );
    // Where rounding leaves every share short of p, the last value is meant.
    const at = (k: number): number => values[Math.min(Math.max(k, 0), values.length - 1)]!;
    return {
      family: "discrete",
      support: [values[0]!, values.at(-1)!],
      mean,
      sd: Math.sqrt(variance),
      quantile: (p) => at(firstIndex(shares, (share) => share >= p)),
      // The share above a value is the share from the next one on.
      quantileAbove: (q) => at(firstIndex(above, (share) => share <= q) - 1),
      cdf: (x) => shares[firstIndex(values, (value) => value > x) - 1] ?? 0,
      survival: (x) => above[firstIndex(values, (value) => value > x)] ?? 0,
      whole: values.every(Number.isInteger),
    };
  },
};

/** The share of each atom together with those before it; of the last one exactly 1. */
function runningShares(atoms: readonly { readonly weight: number }[], total: number): number[] {
  let running = 0;
  return atoms.map(({ weight }, k) => {
    running += weight;
    return k === atoms.length - 1 ? 1 : Math.min(running / total, 1);
  });
}
