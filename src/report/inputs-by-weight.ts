import type { Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";

/** The inputs of the leading output's cases, those that move it most first. */
export function inputsByWeight(summary: Summary): readonly string[] {
  const ranked = subjectOf(summary).drivers.map(({ input }) => input);
  const held = summary.cases!.cases[0].inputs.map(({ input }) => input);
  return [
    ...ranked.filter((input) => held.includes(input)),
    ...held.filter((input) => !ranked.includes(input)),
  ];
}
