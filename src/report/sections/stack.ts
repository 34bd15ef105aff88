import type { Summary } from "../../summary/summary.js";
import type { Markup } from "../escape.js";
import { section, type Show } from "./figure.js";

/** What the median future is made of, as a waterfall under its sentence. */
export function stack(summary: Summary, show: Show): Markup | undefined {
  const heading =
    summary.stack?.futures === 1 ? "What it is made of" : "What the median is made of";
  return section(heading, [show("10-stack")]);
}
