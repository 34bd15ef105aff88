import type { Replication } from "../sampling/design.js";

/** Inputs whose tenths are told by the bits of one number. */
export const INPUTS_A_WORD = 16;

/** Which draws have which inputs in their lowest and in their highest tenth. */
export interface Tenths {
  /**
   * One column for every 16 inputs, one number per draw: bit 2 k is set where input k is in its
   * lowest tenth, bit 2 k + 1 where it is in its highest.
   */
  readonly words: readonly Uint32Array[];
  /** By bit of all words one after another, then by replicate: in how many draws it is set. */
  readonly sizes: Uint32Array;
  /** Of each draw. */
  readonly replicateOf: Uint16Array;
  /** How many; 1 where every draw is independent of every other. */
  readonly replicates: number;
  readonly replicated: boolean;
}

/** @param uniforms of each input, one per draw */
export function tenthsOf(
  uniforms: readonly Float64Array[],
  replication: Replication | undefined,
): Tenths {
  const draws = uniforms[0]?.length ?? 0;
  const { count, block } = replication ?? { count: 1, block: Math.max(1, draws) };
  const replicateOf = new Uint16Array(draws);
  for (let start = 0, turn = 0; start < draws; start += block, turn++) {
    replicateOf.fill(turn % count, start, start + block);
  }
  const words = Array.from(
    { length: Math.ceil(uniforms.length / INPUTS_A_WORD) },
    () => new Uint32Array(draws),
  );
  const sizes = new Uint32Array(2 * uniforms.length * count);
  for (const [input, column] of uniforms.entries()) {
    const word = words[Math.floor(input / INPUTS_A_WORD)]!;
    const shift = 2 * (input % INPUTS_A_WORD);
    const [low, high] = [2 * input * count, (2 * input + 1) * count];
    for (let draw = 0; draw < draws; draw++) {
      const u = column[draw]!;
      const isLow = +(u < 0.1);
      const isHigh = +(u >= 0.9);
      word[draw]! |= (isLow | (isHigh << 1)) << shift;
      const replicate = replicateOf[draw]!;
      sizes[low + replicate]! += isLow;
      sizes[high + replicate]! += isHigh;
    }
  }
  return { words, sizes, replicateOf, replicates: count, replicated: replication !== undefined };
}
