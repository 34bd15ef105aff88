import { createMemory, SPARE } from "../wasm/memory.js";
import type { FillInMemory, FillUniforms } from "./design.js";

/** Uniforms made in one call. */
const PORTION = 2048;
/** Shorter columns are filled plainly. */
const KERNEL_FROM = 32;

/**
 * Fills any column through one in a memory of its own, which is made when first needed.
 *
 * @param plain fills short columns, and all where the machine has no vector instructions
 */
export function throughMemory(
  inMemory: FillInMemory,
  scratchBytes: number,
  plain: FillUniforms,
): FillUniforms {
  let ready: FillUniforms | undefined;
  return (input, start, out) => {
    if (out.length < KERNEL_FROM) return plain(input, start, out);
    ready ??= copied(inMemory, scratchBytes) ?? plain;
    ready(input, start, out);
  };
}

function copied(inMemory: FillInMemory, scratchBytes: number): FillUniforms | undefined {
  const scratch = 2 * SPARE + 8 * PORTION;
  const memory = createMemory(scratch + scratchBytes);
  const fill = memory && inMemory(memory, scratch);
  if (!fill) return undefined;
  const column = new Float64Array(memory.buffer, SPARE, PORTION);
  return (input, start, out) => {
    for (let from = 0; from < out.length; from += PORTION) {
      const part = out.length - from < PORTION ? column.subarray(0, out.length - from) : column;
      fill(input, start + from, part);
      out.set(part, from);
    }
  };
}
