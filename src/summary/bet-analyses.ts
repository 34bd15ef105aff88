import { beliefsOf } from "./beliefs.js";
import { betOf } from "./bet.js";
import type { driversOf } from "./drivers.js";
import type { FinishedRun } from "./finished-run.js";
import type { Summary } from "./summary.js";

/** What it takes for the bet that is still open; nothing where no input moves its odds. */
export function betAnalyses(
  run: FinishedRun,
  { sensitivity }: ReturnType<typeof driversOf>,
): Pick<Summary, "beliefs" | "breakEvenValues"> {
  const bet = betOf(run, sensitivity[run.scenario.outputs[0]!]!);
  if (!bet) return {};
  return { ...beliefsOf(run.model, bet) };
}
