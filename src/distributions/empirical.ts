import { type Family, ParameterError, type Parameters } from "./family.js";
import { firstIndex } from "./first-index.js";
import { listOf } from "./parameters.js";

/** More values tell nothing that a run could show, and travel with the scenario to every worker. */
const DATA_MAX = 100_000;

/**
 * Measured values, with straight lines between them: Hyndman & Fan's type 7, so that the smallest
 * and the largest value measured are the ends.
 *
 * Source: Hyndman & Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996).
 */
export const empirical: Family = {
  name: "empirical",
  meaning: "Measured values, with straight lines between them",
  parameterSets: [["data"], ["file", "column"]],
  kinds: { data: "numbers", file: "text", column: "text" },
  notes: {
    file: "A CSV file in the scenario's folder",
    column: "The column of the file that holds the values, as its header line has it",
  },
  create: (parameters) => {
    const data = sortedData(parameters);
    const last = data.length - 1;
    const { mean, sd } = piecewiseMoments(data);
    return {
      family: "empirical",
      support: [data[0]!, data[last]!],
      mean,
      sd,
      quantile: (p) => {
        const below = Math.min(Math.floor(p * last), last - 1);
        const share = p * last - below;
        return data[below]! + share * (data[below + 1]! - data[below]!);
      },
      quantileAbove: (q) => {
        const above = Math.min(Math.floor(q * last), last - 1);
        const share = q * last - above;
        return data[last - above]! - share * (data[last - above]! - data[last - above - 1]!);
      },
      cdf: (x) => {
        if (x < data[0]!) return 0;
        const after = firstIndex(data, (value) => value > x);
        if (after > last) return 1;
        return (after - 1 + (x - data[after - 1]!) / (data[after]! - data[after - 1]!)) / last;
      },
      survival: (x) => {
        if (x < data[0]!) return 1;
        const after = firstIndex(data, (value) => value > x);
        if (after > last) return 0;
        return (last - after + (data[after]! - x) / (data[after]! - data[after - 1]!)) / last;
      },
    };
  },
};

/** The values in order; those of a file have been read into `data` beside its name. */
function sortedData(parameters: Parameters): readonly number[] {
  const fromFile = parameters["file"] !== undefined;
  const data = listOf(parameters, "data");
  const name = fromFile ? "column" : "data";
  if (data.length < 2) {
    const message = `${name} needs at least two values; got ${data.length}`;
    throw new ParameterError(name, message, "Use constant for a single value");
  }
  if (data.length > DATA_MAX) {
    const message = `${name} holds ${data.length} values; at most ${DATA_MAX} are of use`;
    throw new ParameterError(name, message, "Keep a random sample of them");
  }
  return [...data].sort((a, b) => a - b);
}

/** Moments of equal pieces, each uniform between two neighbours. */
function piecewiseMoments(data: readonly number[]): { mean: number; sd: number } {
  const pieces = data.slice(1).map((high, k) => ({ low: data[k]!, high }));
  const mean = pieces.reduce((sum, { low, high }) => sum + (low + high) / 2, 0) / pieces.length;
  const variance = pieces.reduce((sum, { low, high }) => {
    const a = low - mean;
    const b = high - mean;
    return sum + (a * a + a * b + b * b) / 3;
  }, 0);
  return { mean, sd: Math.sqrt(variance / pieces.length) };
}
