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
  return regressions([values], inputs, replication)[0]!;
}

/** The same of several outputs on the same inputs, whose own correlations are worked out once. */
export function regressions(
  outputs: readonly Float64Array[],
  inputs: ReadonlyMap<string, Float64Array>,
  replication: Replication | undefined,
): readonly Regression[] {
  const length = outputs[0]?.length ?? 0;
  const parts = replication ?? { count: BATCHES, block: Math.ceil(length / BATCHES) };
  const columns = [...inputs.values()].map((column) => columnOf(column, parts));
  const whole = preparedFit(columns.map((column) => column.values));
  const each = (columns[0]?.replicates ?? []).map((_, r) =>
    preparedFit(columns.map(({ replicates }) => replicates![r]!)),
  );
  return outputs.map((values) => {
    const { replicates } = columnOf(values, parts);
    const line = whole(values);
    const lines = each.map((fit, r) => fit(replicates![r]!));
    const interval = (of: (line: Line) => number): Interval => intervalOf(of(line), lines.map(of));
    return {
      inputs: [...inputs.keys()].map((input, k) => ({
        input,
        standardized: interval(({ slopes }) => slopes[k]!),
        partial: interval(({ partials }) => partials[k]!),
      })),
      explained: interval(({ explained }) => explained),
    };
  });
}

interface Line {
  readonly slopes: readonly number[];
  readonly partials: readonly number[];
  readonly explained: number;
}

/** What fits the line of an output through input columns, from their correlations. */
function preparedFit(inputs: readonly Float64Array[]): (output: Float64Array) => Line {
  const matrix: number[][] = inputs.map(() => []);
  for (const [i, x] of inputs.entries()) {
    for (let j = 0; j <= i; j++) {
      matrix[i]![j] = i === j ? 1 : correlation(x, inputs[j]!);
      matrix[j]![i] = matrix[i]![j]!;
    }
  }
  const factor = cholesky(matrix)!;
  const determined = factor.some((row) => row.at(-1) === 0);
  // Each input's own entry in the inverse of the inputs' correlations.
  const own = inputs.map((_, k) => {
    const unit = inputs.map((__, j) => Number(j === k));
    return solveFactored(factor, unit)[k]!;
  });
  return (output) => {
    const withOutput = inputs.map((column) => correlation(column, output));
    const solved = solveFactored(factor, withOutput);
    const explained = solved.reduce((sum, slope, k) => sum + slope * withOutput[k]!, 0);
    const slopes = determined ? solved.map(() => NaN) : solved;
    return {
      slopes,
      explained,
      partials: slopes.map(
        (slope, k) => slope / Math.sqrt(Math.max(0, 1 - explained) * own[k]! + slope * slope),
      ),
    };
  };
}
