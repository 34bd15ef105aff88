import type { Design, DesignOptions, FillUniforms } from "./design.js";
import { createStreams } from "./streams.js";
import { throughMemory } from "./through-memory.js";
import { fillUniforms } from "./uniforms.js";

/** Independent draws: the reference every other design is measured against. */
export function randomDesign({ draws, seed }: DesignOptions): Design {
  const { key, inMemory } = createStreams(seed);
  const plain: FillUniforms = (input, start, out) => fillUniforms(key(input), start, out);
  return {
    method: "random",
    draws,
    fill: throughMemory(inMemory, 0, plain),
    inMemory,
    scratchBytes: 0,
  };
}
