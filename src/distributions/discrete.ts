import { type Family, ParameterError, type Parameters } from "./family.js";
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
    let running = 0;
    const shares = atoms.map(({ weight }) => (running += weight) / total);
    const values = atoms.map(({ value }) => value);
    const mean = atoms.reduce((sum, { value, weight }) => sum + value * (weight / total), 0);
    const variance = atoms.reduce(
      (sum, { value, weight }) => sum + (value - mean) * (value - mean) * (weight / total),
      0,
    );
    return {
      family: "discrete",
      support: [values[0]!, values.at(-1)!],
      mean,
      sd: Math.sqrt(variance),
      quantile: (p) => values[firstAtLeast(shares, p)]!,
      cdf: (x) => {
        const above = values.findIndex((value) => value > x);
        return above === 0 ? 0 : above < 0 ? 1 : shares[above - 1]!;
      },
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

/** Index of the first share that reaches p; the last one where rounding leaves all below. */
function firstAtLeast(shares: readonly number[], p: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}
