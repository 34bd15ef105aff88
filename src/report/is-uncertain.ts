import type { Summary } from "../summary/summary.js";

/** Whether any input of a scenario is uncertain, whatever its outputs make of it. */
export function isUncertain({ assumptions }: Summary): boolean {
  return assumptions.some(({ uncertain }) => uncertain);
}
