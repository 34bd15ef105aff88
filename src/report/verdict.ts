import type { NeededBelief } from "../summary/beliefs.js";

const LIKELY = 0.9;
const EVEN = 0.5;
const UNLIKELY = 0.1;

/** What our own distribution of an input says to what it would have to be. */
export function verdictOf(even: NeededBelief, likely: NeededBelief): string {
  if (likely.kind === "always") return "safe whatever it is";
  if (likely.kind === "never") {
    if (even.kind === "always") return "does not decide alone";
    return even.kind === "never" ? "cannot save it alone" : "can tip it, not secure it";
  }
  if (likely.chance >= LIKELY) return "we believe so";
  if (likely.chance >= EVEN) return "more likely than not";
  return likely.chance >= UNLIKELY ? "less likely than not" : "hardly to be believed";
}
