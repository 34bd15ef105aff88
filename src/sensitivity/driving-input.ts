import type { Replication } from "../sampling/design.js";
import type { Marked } from "./sorted-parts.js";
import { type Measured, measured } from "./spearman.js";

/** An input as drivers are ranked by it: worked out once for all outputs. */
export interface DrivingInput {
  /** Draws the input was given for. */
  readonly draws: number;
  readonly uniforms: Measured;
  /** The draws with the input in its lowest and in its highest tenth. */
  readonly tenths: Marked;
}

/** @param uniforms of an input, one per draw */
export function drivingInput(
  uniforms: Float64Array,
  replication: Replication | undefined,
): DrivingInput {
  const { count, block } = replication ?? { count: 1, block: Math.max(1, uniforms.length) };
  const marks =
    2 * count < 256 ? new Uint8Array(uniforms.length) : new Uint16Array(uniforms.length);
  const sizes = new Uint32Array(2 * count);
  for (let start = 0, turn = 0; start < uniforms.length; start += block, turn++) {
    const replicate = turn % count;
    const end = Math.min(start + block, uniforms.length);
    let [lows, highs] = [0, 0];
    for (let draw = start; draw < end; draw++) {
      const u = uniforms[draw]!;
      const isLow = +(u < 0.1);
      const isHigh = +(u >= 0.9);
      marks[draw] = isLow * (replicate + 1) + isHigh * (count + replicate + 1);
      lows += isLow;
      highs += isHigh;
    }
    sizes[replicate]! += lows;
    sizes[count + replicate]! += highs;
  }
  return {
    draws: uniforms.length,
    uniforms: measured(uniforms),
    tenths: { marks, sizes, replicated: replication !== undefined },
  };
}
