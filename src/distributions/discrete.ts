import { type Family, ParameterError, type Parameters } from "./family.js";
import { firstIndex } from "./first-index.js";
import { listOf } from "./parameters.js";

/** A few values, each with a weight; weights are relative and need not add up to 1. */
export const discrete: Family = {
  name: "discrete",
  meaning: "A few values with weights; weights are relative",
  parameterSets: [["values", "weights"]],
  lists: ["values", "weights"],
  create: (parameters) => {
    const atoms = sortedAtoms(parameters);
    const total = atoms.reduce((sum, { weight }) => sum + weight, 0);
    const shares = runningShares(atoms, total);
    const above = runningShares([...atoms].reverse(), total).reverse();
    const values = atoms.map(({ value }) => value);
    const mean = atoms.reduce((sum, { value, weight }) => sum + value * (weight / total), 0);
    const variance = atoms.reduce(
      (sum, { value, weight }) => sum + (value - mean) * (value - mean) * (weight / total),
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
    };
  },
};

function sortedAtoms(parameters: Parameters): { value: number; weight: number }[] {
  const values = listOf(parameters, "values");
  const weights = listOf(parameters, "weights");
  if (values.length === 0) throw new ParameterError("values", "values is empty", "List the values");
  if (values.length !== weights.length) {
    const message = `weights must have one entry for each of ${values.length} values; got ${weights.length}`;
    throw new ParameterError("weights", message, "Give each value a weight");
  }
  const negative = weights.find((weight) => !(weight >= 0));
  if (negative !== undefined) {
    throw new ParameterError(
      "weights",
      `weights cannot be negative; got ${negative}`,
      "Use 0 or more",
    );
  }
  if (!weights.some((weight) => weight > 0)) {
    throw new ParameterError("weights", "weights are all 0", "Give one value a positive weight");
  }
  return values
    .map((value, k) => ({ value, weight: weights[k]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value);
}

/** The share of each atom together with those before it. */
function runningShares(atoms: readonly { weight: number }[], total: number): number[] {
  let running = 0;
  return atoms.map(({ weight }) => (running += weight) / total);
}
