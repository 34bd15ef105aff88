import type { Summary } from "../../summary/summary.js";
import type { Show } from "./figure.js";
import { type Section, section } from "./section.js";

/** What the median future is made of, as a waterfall under its sentence. */
export function stack(summary: Summary, show: Show): Section | undefined {
  const heading =
    summary.stack?.futures === 1 ? "What it is made of" : "What the median is made of";
  return section("stack", heading, [show("10-stack")]);
}
