import type { Design, DesignOptions } from "./design.js";
import { createStreams } from "./streams.js";

/** Independent draws: the reference every other design is measured against. */
export function randomDesign({ draws, seed }: DesignOptions): Design {
  const streams = createStreams(seed);
  return {
    method: "random",
    draws,
    fill: (input, start, out) => streams.fill(streams.key(input), start, out),
  };
}
