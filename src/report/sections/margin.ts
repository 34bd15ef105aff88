import type { Summary } from "../../summary/summary.js";
import type { Markup } from "../escape.js";
import { subjectOf } from "../figures/subject.js";
import { section, type Show } from "./figure.js";

/** What the main price leaves, as a chart under its sentence. */
export function margin(summary: Summary, show: Show): Markup | undefined {
  if (!summary.margin) return undefined;
  const { against } = summary.margin;
  const { isTokenCost } = subjectOf(summary);
  return section(isTokenCost ? `Margin at ${against}` : `How far from ${against}`, [
    show("07-margin"),
  ]);
}
