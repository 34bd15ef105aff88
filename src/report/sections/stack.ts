import type { Markup } from "../escape.js";
import { section, type Show } from "./figure.js";

/** What the median future is made of, as a waterfall under its sentence. */
export function stack(show: Show): Markup | undefined {
  return section("What the median is made of", [show("08-stack")]);
}
