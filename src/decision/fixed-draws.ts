import { drawInput, drawInputs, readerOf } from "../engine/draw-inputs.js";
import type { ModelInput, ReadInput } from "../engine/model-input.js";
import { conditionsOf } from "../models/conditions.js";
import { concatenate } from "../numeric/concatenate.js";
import { normalCdf } from "../numeric/normal.js";
import { createDesign } from "../sampling/create-design.js";
import type { DesignOptions } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { correlatedBlocks } from "../sensitivity/correlated-blocks.js";
import type { UncertainModel } from "../sensitivity/draw-values.js";
import { columnOf } from "../statistics/column.js";
import { BATCHES } from "../statistics/replicates.js";
import { type Followers, followersOf } from "./follow.js";
import type { Setting, Settings } from "./setting.js";

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
  /** The values of every input, one replicate after the other, in the order of the model's inputs. */
  readonly all: readonly Float64Array[];
  /** Their uniforms. */
  readonly uniforms: readonly Float64Array[];
  /** The values of every input in one replicate, in the order of the model's, with nothing set. */
  readonly values: (replicate: number) => readonly Float64Array[];
  /** The outputs of one replicate's draws; overwritten by the next call. */
  readonly evaluate: (
    replicate: number,
    settings: Settings,
    correlated: Correlated,
  ) => readonly Float64Array[];
  /** The same of all draws at once, one replicate after the other. */
  readonly evaluateAll: (settings: Settings, correlated: Correlated) => readonly Float64Array[];
  /** Some of all draws alone, by their places in `all`. */
  readonly only: (draws: Uint32Array) => Pick<FixedDraws, "evaluateAll">;
  /** The draws of all replicates dealt out again: parts of a column that `evaluateAll` gave. */
  readonly split: (column: Float64Array) => readonly Float64Array[];
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
  const turns = columnOf(new Float64Array(options.draws), parts).replicates!;
  const sizes = turns.map(({ length }) => length);
  const split = (column: Float64Array): Float64Array[] => {
    let start = 0;
    return sizes.map((size) => column.subarray(start, (start += size)));
  };
  const uniforms = sampleUniforms(design, model.dependence, names, 0, options.draws).map((column) =>
    concatenate(columnOf(column, parts).replicates!),
  );
  const values = uniforms.map((column) => column.slice());
  drawInputs(model.inputs, values);
  const blocks = correlatedBlocks(model.dependence);
  const dependents = dependentsOf(model);
  const drawn = (size: number, uniforms: Columns, values: Columns): Drawn => {
    const own = new Map(names.map((name, k) => [name, uniforms[k]!]));
    return { size, uniforms: own, values, followers: followersOf(model, blocks, own) };
  };
  const all = drawn(options.draws, uniforms, values);
  const [ownUniforms, ownValues] = [uniforms, values].map((columns) => columns.map(split));
  const each = sizes.map((size, r) =>
    drawn(
      size,
      ownUniforms!.map((dealt) => dealt[r]!),
      ownValues!.map((dealt) => dealt[r]!),
    ),
  );
  const evaluate = (of: Drawn, settings: Settings, correlated: Correlated) => {
    for (const name of settings.keys()) {
      if (!names.includes(name)) throw new RangeError(`no input named ${name}`);
    }
    const columns = changedColumns(model, of, settings, correlated, dependents);
    return model.evaluate(columns, of.size);
  };
  return {
    ...{ model, sizes, split, uniforms },
    all: values,
    values: (replicate) => each[replicate]!.values,
    evaluate: (replicate, settings, correlated) => evaluate(each[replicate]!, settings, correlated),
    evaluateAll: (settings, correlated) => evaluate(all, settings, correlated),
    only: (draws) => {
      const picked = (column: Float64Array): Float64Array => pick(column, draws);
      const some = drawn(draws.length, uniforms.map(picked), values.map(picked));
      return { evaluateAll: (settings, correlated) => evaluate(some, settings, correlated) };
    },
  };
}

type Columns = readonly Float64Array[];

/** Some of the draws with nothing set, by input. */
interface Drawn {
  readonly size: number;
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  /** In the order of the model's inputs, base units. */
  readonly values: readonly Float64Array[];
  readonly followers: Followers;
}

/** The values of every input with some of them set. */
function changedColumns(
  { inputs }: UncertainModel,
  { uniforms, values, followers }: Drawn,
  settings: Settings,
  correlated: Correlated,
  dependents: ReadonlyMap<string, readonly string[]>,
): readonly Float64Array[] {
  const moved = correlated === "held" ? new Map<string, Float64Array>() : followers(settings);
  const changed = new Set([...settings.keys(), ...moved.keys()]);
  // The set grows while it is walked: what depends on a changed input changes too.
  for (const name of changed) for (const other of dependents.get(name) ?? []) changed.add(other);
  const columns: Float64Array[] = [];
  const read = readerOf(inputs, columns);
  for (const [k, input] of inputs.entries()) {
    const { name } = input;
    const free = (): Float64Array => (moved.get(name) ?? uniforms.get(name)!).slice();
    columns.push(
      changed.has(name) ? changedColumn(input, settings.get(name), free, read) : values[k]!,
    );
  }
  return columns;
}

/** The values of one input as set, or drawn anew. */
function changedColumn(
  input: ModelInput,
  setting: Setting | undefined,
  free: () => Float64Array,
  read: ReadInput,
): Float64Array {
  if (setting instanceof Float64Array) return setting;
  if (typeof setting === "number") return free().fill(setting);
  const column = setting ? setting.scores.map(normalCdf) : free();
  drawInput(input, column, read);
  return column;
}

/** By input, those whose distribution depends on it. */
function dependentsOf({ inputs, quantities }: UncertainModel): ReadonlyMap<string, string[]> {
  const definitions = new Map(quantities.map(({ name, definition }) => [name, definition]));
  const dependents = new Map<string, string[]>();
  for (const { name } of inputs) {
    const definition = definitions.get(name);
    for (const other of definition ? conditionsOf(definition) : []) {
      dependents.set(other, [...(dependents.get(other) ?? []), name]);
    }
  }
  return dependents;
}

function pick(column: Float64Array, draws: Uint32Array): Float64Array {
  const picked = new Float64Array(draws.length);
  for (let i = 0; i < draws.length; i++) picked[i] = column[draws[i]!]!;
  return picked;
}
