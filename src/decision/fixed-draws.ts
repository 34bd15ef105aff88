import { drawInput, drawInputs, readerOf } from "../engine/draw-inputs.js";
import type { ModelInput, ReadInput } from "../engine/model-input.js";
import { conditionsOf } from "../models/conditions.js";
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
  /** The values of every input in one replicate, in the order of the model's, with nothing set. */
  readonly values: (replicate: number) => readonly Float64Array[];
  /** The outputs of one replicate's draws; overwritten by the next call. */
  readonly evaluate: (
    replicate: number,
    settings: Settings,
    correlated: Correlated,
  ) => readonly Float64Array[];
}

/**
 * Makes the draws of a run once, dealt out to its replicates, or to batches of independent draws.
 * Inputs whose distribution depends on one that is set follow it, whatever becomes of correlated ones.
 *
 * @throws {RangeError} from `evaluate`, for an input that the model does not have, and where the
 *   inputs correlated with one would have to follow whose distribution depends on others
 */
export function fixedDraws(model: UncertainModel, options: DesignOptions): FixedDraws {
  const design = createDesign(options);
  const names = model.inputs.map(({ name }) => name);
  const parts = design.replication ?? { count: BATCHES, block: Math.ceil(options.draws / BATCHES) };
  const dealt = sampleUniforms(design, model.dependence, names, 0, options.draws).map(
    (column) => columnOf(column, parts).replicates!,
  );
  const turns = columnOf(new Float64Array(options.draws), parts).replicates!;
  const sizes = turns.map(({ length }) => length);
  const blocks = correlatedBlocks(model.dependence);
  const values = sizes.map((_, r) => {
    const columns = dealt.map((byReplicate) => byReplicate[r]!.slice());
    drawInputs(model.inputs, columns);
    return columns;
  });
  return {
    model,
    sizes,
    values: (replicate) => values[replicate]!,
    evaluate: (replicate, settings, correlated) => {
      for (const name of settings.keys()) {
        if (!names.includes(name)) throw new RangeError(`no input named ${name}`);
      }
      const uniforms = new Map(names.map((name, k) => [name, dealt[k]![replicate]!]));
      const moved = new Map(
        correlated === "held"
          ? []
          : blocks.flatMap((block) => [...follow(model, block, uniforms, settings)]),
      );
      const changed = changedBy(model, new Set([...settings.keys(), ...moved.keys()]));
      const columns: Float64Array[] = [];
      const read = readerOf(model.inputs, columns);
      for (const [k, input] of model.inputs.entries()) {
        const drawn = values[replicate]![k]!;
        const now = changed.has(input.name)
          ? changedColumn(input, { settings, moved, uniforms }, read)
          : drawn;
        columns.push(now);
      }
      return model.evaluate(columns, sizes[replicate]!);
    },
  };
}

/** The inputs that some bring with them: themselves, and those whose distribution depends on them. */
function changedBy(
  { inputs, quantities }: UncertainModel,
  changed: Set<string>,
): ReadonlySet<string> {
  const definitions = new Map(quantities.map(({ name, definition }) => [name, definition]));
  for (const { name } of inputs) {
    const definition = definitions.get(name);
    const depends = definition ? conditionsOf(definition) : [];
    if (depends.some((other) => changed.has(other))) changed.add(name);
  }
  return changed;
}

/** The values of one input as set, or drawn anew. */
function changedColumn(
  input: ModelInput,
  { settings, moved, uniforms }: Moves,
  read: ReadInput,
): Float64Array {
  const column = (moved.get(input.name) ?? uniforms.get(input.name)!).slice();
  const value = settings.get(input.name);
  if (value !== undefined) return column.fill(value);
  drawInput(input, column, read);
  return column;
}

interface Moves {
  readonly settings: Settings;
  /** Uniforms of the inputs that follow what is set. */
  readonly moved: ReadonlyMap<string, Float64Array>;
  /** Those of every input as drawn. */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
}

/**
 * The uniforms of the inputs of a block that are not set, given those that are: their scores move by
 * what the set ones move. Empty where none of the block is set.
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
  const scoresOf = (k: number): Float64Array => uniforms.get(block.inputs[k]!)!.map(normalQuantile);
  const factor = cholesky(set.map((i) => set.map((j) => block.scores[i]![j]!)))!;
  const targets = set.map((k) => {
    const name = block.inputs[k]!;
    const share = cdfOf(inputs.find((input) => input.name === name)!)(settings.get(name)!);
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
      const column = scoresOf(k).map((score, i) => {
        let moved = score;
        for (const [m, weight] of weights.entries()) {
          moved += weight * (targets[m]! - drawn[m]![i]!);
        }
        return insideUnitInterval(normalCdf(moved));
      });
      return [block.inputs[k]!, column];
    }),
  );
}

function cdfOf(input: ModelInput): (value: number) => number {
  if ("distribution" in input) return input.distribution.cdf;
  throw new RangeError(
    `the distribution of ${input.name} depends on other inputs, so that its value alone does not tell what its correlated inputs follow`,
  );
}
