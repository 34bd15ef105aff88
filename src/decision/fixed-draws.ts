import { cholesky } from "../numeric/cholesky.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { solveFactored } from "../numeric/solve-factored.js";
import { insideUnitInterval } from "../sampling/apply-dependence.js";
import { createDesign } from "../sampling/create-design.js";
import type { DesignOptions } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { type CorrelatedBlock, correlatedBlocks } from "../sensitivity/correlated-blocks.js";
import type { UncertainModel } from "../sensitivity/draw-values.js";
import { columnOf } from "../statistics/column.js";
import { BATCHES } from "../statistics/replicates.js";

/** Inputs set to a value, in base units. */
export type Settings = ReadonlyMap<string, number>;

/**
 * What becomes of inputs that are correlated with one that is set. `held`: nothing, as where someone
 * sets it. `follow`: they are drawn given its value, as where it is found to have that value.
 */
export type Correlated = "held" | "follow";

/**
 * The same draws of a model, asked again and again with some inputs set: common random numbers, so
 * that answers differ by what is set and not by chance.
 */
export interface FixedDraws {
  readonly model: UncertainModel;
  /** Draws in each independent replicate. */
  readonly sizes: readonly number[];
  /** The outputs of one replicate's draws; overwritten by the next call. */
  readonly evaluate: (
    replicate: number,
    settings: Settings,
    correlated: Correlated,
  ) => readonly Float64Array[];
}

/**
 * Makes the draws of a run once, dealt out to its replicates, or to batches of independent draws.
 *
 * @throws {RangeError} from `evaluate`, for an input that the model does not have
 */
export function fixedDraws(model: UncertainModel, options: DesignOptions): FixedDraws {
  const design = createDesign(options);
  const names = model.inputs.map(({ name }) => name);
  const parts = design.replication ?? { count: BATCHES, block: Math.ceil(options.draws / BATCHES) };
  const dealt = sampleUniforms(design, model.dependence, names, 0, options.draws).map(
    (column) => columnOf(column, parts).replicates!,
  );
  const sizes = dealt[0]!.map(({ length }) => length);
  const blocks = correlatedBlocks(model.dependence);
  const values = sizes.map((_, r) =>
    model.inputs.map(({ distribution }, k) => dealt[k]![r]!.map((u) => distribution.quantile(u))),
  );
  return {
    model,
    sizes,
    evaluate: (replicate, settings, correlated) => {
      for (const name of settings.keys()) {
        if (!names.includes(name)) throw new RangeError(`no input named ${name}`);
      }
      const size = sizes[replicate]!;
      const uniforms = new Map(names.map((name, k) => [name, dealt[k]![replicate]!]));
      const followed =
        correlated === "held" ? [] : blocks.map((b) => follow(model, b, uniforms, settings));
      const columns = names.map((name, k) => {
        const value = settings.get(name);
        if (value !== undefined) return new Float64Array(size).fill(value);
        return followed.find((part) => part.has(name))?.get(name) ?? values[replicate]![k]!;
      });
      return model.evaluate(columns, size);
    },
  };
}

/**
 * The inputs of a block that are not set, given those that are: their scores move by what the set
 * ones move. Empty where none of the block is set.
 */
function follow(
  { inputs }: UncertainModel,
  block: CorrelatedBlock,
  uniforms: ReadonlyMap<string, Float64Array>,
  settings: Settings,
): ReadonlyMap<string, Float64Array> {
  const places = [...block.inputs.keys()];
  const set = places.filter((k) => settings.has(block.inputs[k]!));
  if (set.length === 0) return new Map();
  const distributionOf = (k: number) =>
    inputs.find(({ name }) => name === block.inputs[k])!.distribution;
  const scoresOf = (k: number): Float64Array => uniforms.get(block.inputs[k]!)!.map(normalQuantile);
  const factor = cholesky(set.map((i) => set.map((j) => block.scores[i]![j]!)))!;
  const targets = set.map((k) => {
    const share = distributionOf(k).cdf(settings.get(block.inputs[k]!)!);
    return normalQuantile(insideUnitInterval(share));
  });
  const drawn = set.map(scoresOf);
  const free = places.filter((k) => !set.includes(k));
  return new Map(
    free.map((k) => {
      const weights = solveFactored(
        factor,
        set.map((j) => block.scores[k]![j]!),
      );
      const { quantile } = distributionOf(k);
      const column = scoresOf(k).map((score, i) => {
        let moved = score;
        for (const [m, weight] of weights.entries()) {
          moved += weight * (targets[m]! - drawn[m]![i]!);
        }
        return quantile(insideUnitInterval(normalCdf(moved)));
      });
      return [block.inputs[k]!, column];
    }),
  );
}
