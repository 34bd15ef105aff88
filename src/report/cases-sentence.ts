import type { Case } from "../summary/cases.js";
import type { Summary } from "../summary/summary.js";
import { subjectOf } from "./figures/subject.js";
import { formatCount, formatProbability, formatValue } from "./format.js";
import { neverSeen } from "./never-seen.js";
import { claim, type Phrase, say } from "./phrase.js";

/** A case as it is printed: its name, and where it stands in the summary. */
export interface NamedCase {
  readonly name: string;
  readonly found: Case;
  readonly path: string;
}

/**
 * The cases in the order they are printed. A cost per token that a price has to cover has a bear, a
 * base and a bull case; of anything else nobody says which end is bad, so they are low, middle and high.
 */
export function namedCases(summary: Summary): readonly NamedCase[] {
  const all = summary.cases!.cases;
  const names = hasBear(summary)
    ? ([
        ["Bear", 2],
        ["Base", 1],
        ["Bull", 0],
      ] as const)
    : ([
        ["Low", 0],
        ["Middle", 1],
        ["High", 2],
      ] as const);
  return names.map(([name, k]) => ({ name, found: all[k], path: `cases.cases.${k}` }));
}

/** Whether one end is bad: a cost per token beside a price. */
export function hasBear(summary: Summary): boolean {
  const { isTokenCost, main } = subjectOf(summary);
  return isTokenCost && main !== undefined;
}

/** What the leading output is in each case; undefined where nothing is uncertain. */
export function casesSentence(summary: Summary): Phrase | undefined {
  if (!summary.cases) return undefined;
  const { output } = subjectOf(summary);
  const [first, second, third] = namedCases(summary).map(({ found, path }) =>
    claim(`${path}.value.value`, formatValue(found.value.value, output.unit)),
  );
  return hasBear(summary)
    ? say`The bear case costs ${first}, the base case ${second}, the bull case ${third}`
    : say`${output.label} is ${first} in the low case, ${second} in the middle, ${third} in the high one`;
}

/** What all bad values at once would come to, and how rarely it happens; undefined where it tells nothing. */
export function stackedSentence(summary: Summary): Phrase | undefined {
  const stacked = summary.cases?.stacked;
  if (!stacked) return undefined;
  const { output } = subjectOf(summary);
  const { value, inputs, beyond } = stacked;
  const bear = hasBear(summary);
  const tenth = bear ? "bad tenth" : "tenth that raises it";
  const result = claim("cases.stacked.value", formatValue(value, output.unit));
  const what = say`${claim("cases.stacked.inputs", formatCount(inputs))} inputs each at its own ${tenth}, all at once, would give ${result}`;
  const more = bear ? "cost more" : "are above that";
  if (beyond.value === 0) {
    const draws = claim("run.draws", formatCount(summary.run.draws));
    return say`${what}: none of ${draws} simulated futures ${bear ? "costs more" : "is above that"}${neverSeen(beyond, "cases.stacked.beyond")}.`;
  }
  const share = claim(
    "cases.stacked.beyond.value",
    beyond.value < 0.01 ? "fewer than 1%" : formatProbability(beyond.value),
  );
  return say`${what}: ${beyond.value >= 0.01 && beyond.value < 0.1 ? "only " : ""}${share} of futures ${more}.`;
}
