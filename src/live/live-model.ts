import type { CompiledModel } from "../engine/compile-model.js";
import { drawInput, readerOf } from "../engine/draw-inputs.js";
import { modelInput } from "../engine/model-input.js";
import type { Quantity } from "../models/quantity.js";
import { createDesign } from "../sampling/create-design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { type OutputColumn, outputColumn } from "../summary/output.js";
import type { Changes } from "./changes.js";
import type { LiveRecord } from "./live-record.js";
import { moveInput } from "./move-input.js";

/** Draws evaluated together: their columns stay in cache. */
const BLOCK_DRAWS = 2048;

/**
 * The leading output over the live draws, for any changes. The uniforms are made once and kept, so
 * that a move shows what it does and no chance besides; only inputs that are moved are drawn anew.
 *
 * @throws {CannotMove} for a move that the family of an input does not make
 */
export type LiveModel = (changes: Changes) => OutputColumn;

/** Draws every input as recorded, pausing between them. */
export function* liveModel(
  { scenario, design: options, liveDraws }: LiveRecord,
  model: CompiledModel,
): Generator<undefined, LiveModel> {
  const { inputs, dependence } = model;
  const design = createDesign(options);
  const names = inputs.map(({ name }) => name);
  const uniforms = sampleUniforms(design, dependence, names, 0, liveDraws);
  const recorded = uniforms.map((column) => column.slice());
  const read = readerOf(inputs, recorded);
  for (const [k, input] of inputs.entries()) {
    yield;
    drawInput(input, recorded[k]!, read);
  }
  const moved = new Map<string, MovedColumn>();
  const columnOf = (name: string, k: number, changes: Changes): Float64Array => {
    const move = changes.inputs[name];
    if (!move) return recorded[k]!;
    const key = JSON.stringify(move);
    const last = moved.get(name);
    if (last?.key === key) return last.column;
    const quantity = model.quantities.find((one) => one.name === name)!;
    const column = uniforms[k]!.slice();
    drawInput(modelInput(movedQuantity(quantity, changes), model.units)!, column, read);
    moved.set(name, { key, column });
    return column;
  };
  const lead = scenario.outputs[0]!;
  return (changes) => {
    const drawn = names.map((name, k) => columnOf(name, k, changes));
    const values = evaluateBlocks(model, drawn, liveDraws);
    return outputColumn(lead, model, values, design.replication);
  };
}

/** An input drawn for a move, kept while other inputs are moved. */
interface MovedColumn {
  readonly key: string;
  readonly column: Float64Array;
}

/** A quantity with the distribution that a move gives it. */
export function movedQuantity(quantity: Quantity, { inputs }: Changes): Quantity {
  const { name, unit, definition } = quantity;
  const move = inputs[name];
  if (!move) return quantity;
  if (definition.kind !== "distribution") throw new RangeError(`${name} is no distribution`);
  return {
    ...quantity,
    definition: { kind: "distribution", spec: moveInput(definition.spec, unit, move) },
  };
}

function evaluateBlocks(
  model: CompiledModel,
  drawn: readonly Float64Array[],
  draws: number,
): Float64Array {
  const values = new Float64Array(draws);
  for (let start = 0; start < draws; start += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, draws - start);
    const block = drawn.map((column) => column.subarray(start, start + length));
    values.set(model.evaluate(block, length)[0]!, start);
  }
  return values;
}
