import { beliefsOf } from "./beliefs.js";
import { betOf } from "./bet.js";
import type { driversOf } from "./drivers.js";
import type { FinishedRun } from "./finished-run.js";
import { heatMapOf } from "./heat-map.js";
import type { Summary } from "./summary.js";

/** What it takes for the bet that is still open; nothing where no input moves its odds. */
export function betAnalyses(
  run: FinishedRun,
  { sensitivity }: ReturnType<typeof driversOf>,
): Pick<Summary, "beliefs" | "breakEvenValues" | "heatMap"> {
  const bet = betOf(run, sensitivity[run.scenario.outputs[0]!]!);
  if (!bet) return {};
  const heatMap = heatMapOf(run, bet);
  return { ...beliefsOf(run.model, bet), ...(heatMap ? { heatMap } : {}) };
}
