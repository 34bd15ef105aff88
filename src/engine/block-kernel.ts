import { applyDependence } from "../sampling/apply-dependence.js";
import type { Design } from "../sampling/design.js";
import { createMemory, type Memory, SPARE } from "../wasm/memory.js";
import { type BlockLayout, layOut } from "./block-layout.js";
import { BLOCK_DRAWS, STRIDE } from "./block-size.js";
import { closedFormInMemory } from "./closed-form-code.js";
import type { CompiledModel } from "./compile-model.js";
import { drawInput, readerOf } from "./draw-inputs.js";
import { lookupInMemory } from "./lookup-kernel.js";
import type { ReadInput } from "./model-input.js";

/**
 * Evaluates a range of draws, from random bits to outputs.
 *
 * @param start number of the first draw
 * @param length draws, at most `BLOCK_DRAWS`
 * @returns one column per output, each `length` long; overwritten by the next call
 */
export type BlockKernel = (start: number, length: number) => readonly Float64Array[];

/**
 * Links the kernels of a design and of a model in one memory, in which every stage finds what the one
 * before has left. Same bits as `sampleUniforms`, `drawInputs` and `evaluate` one after another.
 *
 * @returns undefined where the machine has no vector instructions, or the model is too large
 */
export function blockKernel(model: CompiledModel, design: Design): BlockKernel | undefined {
  const { inputs, program } = model;
  const layout = layOut(model, design);
  const memory = createMemory(layout.bytes);
  const fill = memory && design.inMemory(memory, layout.design);
  const formulas = memory && model.startFormulas(memory);
  const draw = memory && inputDrawer(model, layout, memory);
  if (!fill || !formulas || !draw) return undefined;
  const column = (slot: number): Float64Array =>
    new Float64Array(memory.buffer, SPARE + slot * STRIDE, BLOCK_DRAWS);
  const values = inputs.map((_, k) => column(k));
  const uniforms = layout.uniforms.map(column);
  const outputs = program.outputs.map((_, k) => column(inputs.length + k));
  const read = readerOf(inputs, values);
  const joined = inputs.map(({ name }) => model.dependence?.inputs.includes(name) === true);
  const fillJoined = (start: number, cut: (whole: Float64Array) => Float64Array): void => {
    const together = new Map<string, Float64Array>();
    for (const [k, { name }] of inputs.entries()) {
      if (!joined[k]) continue;
      together.set(name, cut(uniforms[k]!));
      fill(name, start, together.get(name)!);
    }
    applyDependence(model.dependence!, together);
  };
  return (start, length) => {
    const cut = (whole: Float64Array): Float64Array =>
      length === BLOCK_DRAWS ? whole : whole.subarray(0, length);
    if (model.dependence) fillJoined(start, cut);
    for (let k = 0; k < inputs.length; k++) {
      const places = cut(uniforms[k]!);
      if (!joined[k]) fill(inputs[k]!.name, start, places);
      draw(k, places, cut(values[k]!), read);
    }
    formulas(SPARE, SPARE + 8 * length);
    return outputs.map(cut);
  };
}

/** Turns the uniforms of input k into its values. */
type DrawInput = (k: number, from: Float64Array, to: Float64Array, read: ReadInput) => void;

/** Undefined where the machine has no vector instructions. */
function inputDrawer(
  { inputs }: CompiledModel,
  { tables, lookup: scratch }: BlockLayout,
  memory: Memory,
): DrawInput | undefined {
  const lookup = lookupInMemory(memory, scratch);
  const close = closedFormInMemory(memory);
  if (!lookup || !close) return undefined;
  for (const placed of tables) {
    if (!placed) continue;
    const { table, address } = placed;
    new Float64Array(memory.buffer, address, table.cells.length).set(table.cells);
  }
  return (k, from, to, read) => {
    const input = inputs[k]!;
    const placed = tables[k];
    if (placed) lookup(placed.table, placed.address, placed.exact, from, to);
    else if ("distribution" in input && input.distribution.closed)
      close(input.distribution.closed, to);
    else drawInput(input, to, read);
  };
}
