import type { CompiledModel } from "../engine/compile-model.js";
import { studentQuantile } from "../numeric/student.js";
import type { Driver } from "../sensitivity/drivers.js";
import type { Target } from "../sensitivity/measure.js";
import { type SobolIndices, sobolIndices } from "../sensitivity/sobol-indices.js";
import { TAIL } from "../statistics/column.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import type { VarianceNote } from "./summary.js";

/** Evaluations that a run spends on shares, and base points within that. */
const EVALUATIONS_MAX = 16_384;
const POINTS_MAX = 1024;
const POINTS_MIN = 256;
/** Independent scrambles of the design, over which the errors are. */
const SCRAMBLES = 8;

/** The shares of one output: by input, and what they are shares of or why there are none. */
export interface VarianceShares {
  readonly note: VarianceNote;
  readonly byInput: ReadonlyMap<string, Required<Pick<Driver, "first" | "total">>>;
}

/**
 * First-order and total indices of every output from few points, for a table beside a run: of the
 * logarithm where an output is positive, since heavy tails leave the variance of the value unsteady or
 * without meaning, else of the value. `analyseSensitivity` has all there is to say.
 */
export function varianceShares(
  model: CompiledModel,
  outputs: readonly string[],
  seed: string,
): ReadonlyMap<string, VarianceShares> {
  const sets = model.inputs.length + 2;
  const points = Math.min(POINTS_MAX, 2 ** Math.floor(Math.log2(EVALUATIONS_MAX / sets)));
  if (model.inputs.length === 0) return new Map();
  if (points < POINTS_MIN) {
    const refused = `${model.inputs.length} uncertain inputs are too many for shares of variance beside a run`;
    return new Map(outputs.map((name) => [name, none(refused)]));
  }
  const targets = outputs.flatMap((_, output): readonly Target[] => [
    { output, measure: { kind: "logarithm" } },
    { output, measure: { kind: "value" } },
  ]);
  const results = sobolIndices(model, targets, { draws: points, seed });
  return new Map(
    outputs.map((name, k) => {
      const [logarithm, value] = [results[2 * k]!, results[2 * k + 1]!];
      if (logarithm.kind === "indices") return [name, sharesOf(logarithm, "logarithm", points)];
      if (value.kind === "indices") return [name, sharesOf(value, "value", points)];
      return [name, none(value.reason)];
    }),
  );
}

function none(refused: string): VarianceShares {
  return { note: { refused }, byInput: new Map() };
}

function sharesOf(
  { groups, undefined: unknown, tail }: SobolIndices,
  of: "logarithm" | "value",
  points: number,
): VarianceShares {
  if (unknown > 0) return none("some evaluations gave no finite number");
  const warning = tail?.warning;
  return {
    note: { of, points, ...(warning === undefined ? {} : { warning }) },
    byInput: new Map(
      groups.map(({ name, first, total }) => [
        name,
        { first: estimateOf(first), total: estimateOf(total) },
      ]),
    ),
  };
}

/** The standard error behind an interval over the scrambles. */
function estimateOf({ value, high }: Interval): Estimate {
  return { value, error: (high - value) / studentQuantile(1 - TAIL, SCRAMBLES - 1) };
}

/** The 95% interval of a share again, from its standard error. */
export function shareInterval({ value, error }: Estimate): Interval {
  const half = error * studentQuantile(1 - TAIL, SCRAMBLES - 1);
  return { value, low: value - half, high: value + half };
}
