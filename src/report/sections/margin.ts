import type { Summary } from "../../summary/summary.js";
import type { Markup } from "../escape.js";
import { section, type Show } from "./figure.js";

/** What the main price leaves, as a chart under its sentence. */
export function margin(summary: Summary, show: Show): Markup | undefined {
  if (!summary.margin) return undefined;
  return section(`What ${summary.margin.against} leaves`, [show("07-margin")]);
}
