import { drawInputs } from "../engine/draw-inputs.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { ModelInput } from "../engine/model-input.js";
import { conditionsOf } from "../models/conditions.js";
import type { FinishedRun } from "./finished-run.js";

/** The values of some inputs in some draws, in base units, one column per input. */
export interface InputValues {
  readonly inputs: readonly ModelInput[];
  readonly columns: readonly Float64Array[];
  /** A column in the input's own unit. */
  readonly own: (name: string) => Float64Array;
}

/**
 * Draws some inputs again for some draws of a run's sample: cheaper than all of them where few are
 * looked at.
 *
 * @param draws numbers of draws of the sample
 * @param names inputs wanted; those that they depend on come along
 */
export function inputsAt(
  { model, sample }: Pick<FinishedRun, "model" | "sample">,
  draws: Uint32Array,
  names: Iterable<string> = sample.uniforms.keys(),
): InputValues {
  const inputs = withConditions(model, new Set(names));
  const columns = inputs.map(({ name }) => gather(sample.uniforms.get(name)!, draws));
  drawInputs(inputs, columns);
  return {
    inputs,
    columns,
    own: (name) => {
      const { scale } = model.units.parse(
        model.quantities.find((quantity) => quantity.name === name)!.unit,
      );
      const column = columns[inputs.findIndex((input) => input.name === name)]!.slice();
      for (let k = 0; k < column.length; k++) column[k]! /= scale;
      return column;
    },
  };
}

/** The values of a column at some places. */
export function gather(column: Float64Array, places: Uint32Array): Float64Array {
  const values = new Float64Array(places.length);
  for (let k = 0; k < places.length; k++) values[k] = column[places[k]!]!;
  return values;
}

/** The inputs of those names and all that they depend on, in the order of the model. */
function withConditions(
  { inputs, quantities }: CompiledModel,
  needed: Set<string>,
): readonly ModelInput[] {
  const definitions = new Map(quantities.map(({ name, definition }) => [name, definition]));
  for (const { name } of inputs.toReversed()) {
    if (!needed.has(name)) continue;
    for (const other of conditionsOf(definitions.get(name)!)) needed.add(other);
  }
  return inputs.filter(({ name }) => needed.has(name));
}
