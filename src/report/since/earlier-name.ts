import type { Since } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";

/** The earlier run by its short name, where that is known, and by its scenario, where that is another. */
export function earlierName({ run }: Since, { scenario }: Summary): string {
  const name = run.id === undefined ? "the earlier run" : `run ${run.id}`;
  return run.scenario === scenario ? name : `${name} of ${run.scenario}`;
}
