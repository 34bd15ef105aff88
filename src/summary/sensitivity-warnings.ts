import type { VarianceExplained } from "../sensitivity/explain-variance.js";
import { ASPECTS } from "./aspects.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { Screening } from "./screening.js";

/** What a reader of a sensitivity analysis has to know before believing it. */
export function sensitivityWarnings(
  explained: VarianceExplained,
  output: DrawnOutput,
  screening: Screening | undefined,
): readonly string[] {
  return [
    ...(explained.reason === undefined
      ? []
      : [`No first-order and total indices: ${explained.reason}.`]),
    ...explained.targets.flatMap((found, k) => {
      if (found.kind === "refused") return [];
      const warning = found.tail?.warning;
      return warning === undefined ? [] : [`On the ${ASPECTS[k]!}, ${warning}.`];
    }),
    ...refusedDecision(explained),
    ...undefinedSentence(explained, output),
    ...(screening === undefined
      ? []
      : [
          `${count(screening.kept.length + screening.rest.inputs.length)} uncertain inputs were screened first (Morris, ${count(screening.evaluations)} evaluations): the ${screening.kept.length} with the largest effects stand on their own, the others are taken as one.`,
        ]),
  ];
}

function undefinedSentence(
  { targets }: VarianceExplained,
  { undefinedDraws, draws, label }: DrawnOutput,
): readonly string[] {
  const counts = targets.map((found) => (found.kind === "explained" ? found.undefined : 0));
  const unknown = Math.max(0, ...counts);
  if (undefinedDraws + unknown === 0) return [];
  return [
    `${label} has no finite value in ${count(undefinedDraws)} of ${count(draws)} draws and ${count(unknown)} evaluations of the shares: the variance of its value or logarithm is undefined, and against a price such a draw counts as above it.`,
  ];
}

function refusedDecision({ targets }: VarianceExplained): readonly string[] {
  const decision = targets[2];
  return decision?.kind === "refused" && decision.instead === undefined
    ? [`The decision has no shares: ${decision.reason}.`]
    : [];
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
