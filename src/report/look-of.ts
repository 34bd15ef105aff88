import type { Summary } from "../summary/summary.js";
import type { Provenance } from "./provenance.js";
import { runId } from "./run-id.js";
import type { PageLook } from "./style.js";

/** How the pages of a report look, and what stands at the foot of each when printed. */
export function lookOf(summary: Summary, provenance: Provenance): PageLook {
  const { theme } = provenance;
  return {
    footer: `${summary.scenario}, run ${runId(summary, provenance)}`,
    ...(theme === undefined ? {} : { theme }),
  };
}
