import { applyDependence } from "../sampling/apply-dependence.js";
import type { Design, FillUniforms } from "../sampling/design.js";
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

/** Joins a model's kernels with those of a design; undefined as `blockKernels` says. */
export type LinkDesign = (design: Design) => BlockKernel | undefined;

/**
 * Readies a model's kernels to be joined with those of one design after another, all in one memory, in
 * which every stage finds what the one before has left; no block needs what the last one did. Same
 * bits as `sampleUniforms`, `drawInputs` and `evaluate` one after another.
 *
 * Kernels are undefined where the machine has no vector instructions, or the model is too large.
 */
export function blockKernels(model: CompiledModel): LinkDesign {
  let room = -1;
  let link: LinkDesign | undefined;
  return (design) => {
    if (design.scratchBytes > room) {
      room = design.scratchBytes;
      link = linkModel(model, room);
    }
    return link?.(design);
  };
}

/** `blockKernels` for designs that need at most so many bytes. */
function linkModel(model: CompiledModel, designBytes: number): LinkDesign | undefined {
  const { inputs, program } = model;
  const layout = layOut(model, designBytes);
  const memory = createMemory(layout.bytes);
  const formulas = memory && model.startFormulas(memory);
  const draw = memory && inputDrawer(model, layout, memory);
  if (!formulas || !draw) return undefined;
  const column = (slot: number): Float64Array =>
    new Float64Array(memory.buffer, SPARE + slot * STRIDE, BLOCK_DRAWS);
  const values = inputs.map((_, k) => column(k));
  const uniforms = layout.uniforms.map(column);
  const outputs = program.outputs.map((_, k) => column(inputs.length + k));
  const read = readerOf(inputs, values);
  const joined = inputs.map(({ name }) => model.dependence?.inputs.includes(name) === true);
  const fillJoined = (
    fill: FillUniforms,
    start: number,
    cut: (whole: Float64Array) => Float64Array,
  ): void => {
    const together = new Map<string, Float64Array>();
    for (const [k, { name }] of inputs.entries()) {
      if (!joined[k]) continue;
      together.set(name, cut(uniforms[k]!));
      fill(name, start, together.get(name)!);
    }
    applyDependence(model.dependence!, together);
  };
  const evaluate = (fill: FillUniforms, start: number, length: number): readonly Float64Array[] => {
    const cut = (whole: Float64Array): Float64Array =>
      length === BLOCK_DRAWS ? whole : whole.subarray(0, length);
    if (model.dependence) fillJoined(fill, start, cut);
    for (let k = 0; k < inputs.length; k++) {
      const places = cut(uniforms[k]!);
      if (!joined[k]) fill(inputs[k]!.name, start, places);
      draw(k, places, cut(values[k]!), read);
    }
    formulas(SPARE, SPARE + 8 * length);
    return outputs.map(cut);
  };
  return (design) => {
    const fill = design.inMemory(memory, layout.design);
    return fill && ((start, length) => evaluate(fill, start, length));
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
