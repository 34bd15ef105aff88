import type { Plan } from "../simulation/plan.js";
import type { TalliedOutput } from "./tallied.js";

/** Draws that analyses look at one by one; more would change no order and cost memory. */
const SAMPLE_DRAWS_MAX = 262_144;

/**
 * What a run drew: its plan as a whole, and for each output of the scenario, in order, its column in
 * base units or, where those would fill the memory, tallies.
 */
export type Drawn = { readonly plan: Plan } & (
  { readonly columns: readonly Float64Array[] } | { readonly tallies: readonly TalliedOutput[] }
);

/** Whole chunks at the beginning of a run, at most 262,144 draws where a chunk is no longer. */
export function sampleDraws({ chunks }: Plan): number {
  const ends = chunks.map(({ start, length }) => start + length);
  return ends.filter((end) => end <= SAMPLE_DRAWS_MAX).at(-1) ?? ends[0]!;
}
