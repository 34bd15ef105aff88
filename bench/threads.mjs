// What a second thread brings to a run that is held in memory.
import { ours } from "./contestants.mjs";
import { interleaved } from "./interleaved.mjs";

/** Draws of a run long enough that threads matter, and short enough to be held. */
const DRAWS = 10_000_000;
const TIMES = 4;

/** @returns rows `{ workers, draws, wall, drawn, cpu }` of one thread and of two, seconds */
export function threads(rounds) {
  const of = (workers) => ({
    name: `${workers}`,
    run: () => ({ workers, draws: DRAWS, ...ours(DRAWS, "random", workers, TIMES) }),
  });
  return interleaved([of(1), of(2)], rounds);
}
