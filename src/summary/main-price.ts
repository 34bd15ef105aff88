import type { FinishedRun } from "./finished-run.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { BreakEven } from "./summary.js";

/** The leading output of a run beside the price that its headline speaks of. */
export interface Bet {
  readonly output: DrawnOutput;
  readonly price: BreakEven;
}

/**
 * The first output and the first price it is compared with; undefined without a price, where nothing
 * is uncertain, and where some draws have no finite value.
 */
export function mainBet({ outputs, breakEven }: FinishedRun): Bet | undefined {
  const [output] = outputs;
  const price = breakEven.find((comparison) => comparison.output === output!.name);
  if (!price || output!.fixed || output!.undefinedDraws > 0) return undefined;
  return { output: output!, price };
}
