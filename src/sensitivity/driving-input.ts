import type { Replication } from "../sampling/design.js";
import { type Measured, measured } from "./spearman.js";

/** An input as drivers are ranked by it: worked out once for all outputs. */
export interface DrivingInput {
  /** Draws the input was given for. */
  readonly draws: number;
  readonly uniforms: Measured;
  /** The draws with the input in its lowest and in its highest tenth, by replicate. */
  readonly low: readonly Uint32Array[];
  readonly high: readonly Uint32Array[];
}

/** @param uniforms of an input, one per draw */
export function drivingInput(
  uniforms: Float64Array,
  replication: Replication | undefined,
): DrivingInput {
  const { count, block } = replication ?? { count: 1, block: Math.max(1, uniforms.length) };
  const low = Array.from({ length: count }, (): number[] => []);
  const high = Array.from({ length: count }, (): number[] => []);
  for (let start = 0, turn = 0; start < uniforms.length; start += block, turn++) {
    const lowest = low[turn % count]!;
    const highest = high[turn % count]!;
    const end = Math.min(start + block, uniforms.length);
    for (let draw = start; draw < end; draw++) {
      const u = uniforms[draw]!;
      if (u < 0.1) lowest.push(draw);
      else if (u >= 0.9) highest.push(draw);
    }
  }
  const pack = (list: readonly number[]): Uint32Array => Uint32Array.from(list);
  return {
    draws: uniforms.length,
    uniforms: measured(uniforms),
    low: low.map(pack),
    high: high.map(pack),
  };
}
