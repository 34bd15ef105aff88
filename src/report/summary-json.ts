import type { Summary } from "../summary/summary.js";

/** `summary.json`: the summary as it is, numbers that are not finite as null. */
export function serializeSummary(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
