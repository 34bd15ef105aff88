import { cholesky } from "../numeric/cholesky.js";
import { solveFactored } from "../numeric/solve-factored.js";
import type { Replication } from "../sampling/design.js";
import { columnOf } from "../statistics/column.js";
import { correlation } from "../statistics/correlation.js";
import type { Interval } from "../statistics/estimate.js";
import { BATCHES, intervalOf } from "../statistics/replicates.js";

/** What a straight line through all inputs at once says of an output. */
export interface Regression {
  readonly inputs: readonly {
    readonly input: string;
    /**
     * Standard deviations of the output for one of the input, the others held; NaN where some inputs
     * determine another, so that they cannot be told apart.
     */
    readonly standardized: Interval;
    /** Correlation of input and output after the other inputs are accounted for. */
    readonly partial: Interval;
  }[];
  /** Share of the output's variance on the line: far below one, the coefficients say little. */
  readonly explained: Interval;
}

/**
 * Standardized regression and partial correlation coefficients, correlated inputs included. On ranks
 * (uniforms of the inputs, `midranks` of the output) they are the rank coefficients SRRC and PRCC,
 * which take any monotone effect for a straight one.
 *
 * Source: Saltelli, Ratto et al., Global Sensitivity Analysis: The Primer (2008), section 1.2.5;
 * Marino et al., "A methodology for performing global uncertainty and sensitivity analysis in systems
 * biology", J. Theoretical Biology 254 (2008), for PRCC.
 *
 * @param values of the output, in draw order
 * @param inputs one column per input, in the same order
 * @param replication of the run's design; intervals are Student's t over its replicates, or over
 *   batches of independent draws
 */
export function regression(
  values: Float64Array,
  inputs: ReadonlyMap<string, Float64Array>,
  replication: Replication | undefined,
): Regression {
  const parts = replication ?? { count: BATCHES, block: Math.ceil(values.length / BATCHES) };
  const columns = [...inputs.values(), values].map((column) => columnOf(column, parts));
  const whole = fit(columns.map((column) => column.values));
  const each = columns[0]!.replicates!.map((_, r) =>
    fit(columns.map(({ replicates }) => replicates![r]!)),
  );
  const interval = (of: (line: Line) => number): Interval => intervalOf(of(whole), each.map(of));
  return {
    inputs: [...inputs.keys()].map((input, k) => ({
      input,
      standardized: interval(({ slopes }) => slopes[k]!),
      partial: interval(({ partials }) => partials[k]!),
    })),
    explained: interval(({ explained }) => explained),
  };
}

interface Line {
  readonly slopes: readonly number[];
  readonly partials: readonly number[];
  readonly explained: number;
}

/** The line through the columns, the last of which is the output, from their correlations. */
function fit(columns: readonly Float64Array[]): Line {
  const inputs = columns.slice(0, -1);
  const withOutput = inputs.map((column) => correlation(column, columns.at(-1)!));
  const matrix: number[][] = inputs.map(() => []);
  for (const [i, x] of inputs.entries()) {
    for (let j = 0; j <= i; j++) {
      matrix[i]![j] = i === j ? 1 : correlation(x, inputs[j]!);
      matrix[j]![i] = matrix[i]![j]!;
    }
  }
  const factor = cholesky(matrix)!;
  const solved = solveFactored(factor, withOutput);
  const explained = solved.reduce((sum, slope, k) => sum + slope * withOutput[k]!, 0);
  const determined = factor.some((row) => row.at(-1) === 0);
  const slopes = determined ? solved.map(() => NaN) : solved;
  return {
    slopes,
    explained,
    partials: slopes.map((slope, k) => {
      const unit = inputs.map((_, j) => Number(j === k));
      // The input's entry in the inverse of the inputs' correlations.
      const own = solveFactored(factor, unit)[k]!;
      return slope / Math.sqrt(Math.max(0, 1 - explained) * own + slope * slope);
    }),
  };
}
