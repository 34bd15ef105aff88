import type { Replication } from "../sampling/design.js";
import { type Centred, centred } from "./spearman.js";

/** An input as drivers are ranked by it: worked out once for all outputs. */
export interface DrivingInput {
  /** Draws the input was given for. */
  readonly draws: number;
  readonly centred: Centred;
  /** The draws with the input in its lowest and in its highest tenth, by replicate. */
  readonly low: readonly Uint32Array[];
  readonly high: readonly Uint32Array[];
}

/** @param uniforms of an input, one per draw */
export function drivingInput(
  uniforms: Float64Array,
  replication: Replication | undefined,
): DrivingInput {
  const low = new Uint32Array(uniforms.length);
  const high = new Uint32Array(uniforms.length);
  let lows = 0;
  let highs = 0;
  for (let draw = 0; draw < uniforms.length; draw++) {
    const u = uniforms[draw]!;
    if (u < 0.1) low[lows++] = draw;
    else if (u >= 0.9) high[highs++] = draw;
  }
  return {
    draws: uniforms.length,
    centred: centred(uniforms),
    low: byReplicate(low.subarray(0, lows), replication),
    high: byReplicate(high.subarray(0, highs), replication),
  };
}

function byReplicate(
  draws: Uint32Array,
  replication: Replication | undefined,
): readonly Uint32Array[] {
  if (!replication) return [draws];
  const { count, block } = replication;
  const lists = Array.from({ length: count }, (): number[] => []);
  for (const draw of draws) lists[Math.floor(draw / block) % count]!.push(draw);
  return lists.map((list) => Uint32Array.from(list));
}
