import type { Design, DesignOptions } from "./design.js";
import { streamKey } from "./stream-key.js";
import { fillUniforms } from "./uniforms.js";

/** Independent draws: the reference every other design is measured against. */
export function randomDesign({ draws, seed }: DesignOptions): Design {
  return {
    method: "random",
    draws,
    fill: (input, start, out) => fillUniforms(streamKey(seed, input), start, out),
  };
}
