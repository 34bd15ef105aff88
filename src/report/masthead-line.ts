import type { Summary } from "../summary/summary.js";
import type { Provenance } from "./provenance.js";
import { runName } from "./run-id.js";

/** Below the title of a report: who says it and when, whether it is final, and the run by its name. */
export function mastheadLine(summary: Summary, provenance: Provenance): string {
  const { author, date, status } = summary;
  const byline = [author, date].filter((part) => part !== undefined).join(", ");
  const words = status && { draft: "Draft", final: "Final" }[status];
  return [byline, words, runName(summary, provenance)].filter(Boolean).join(" · ");
}
