import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { isUncertain } from "../is-uncertain.js";

type Term = readonly [appears: (summary: Summary) => boolean, term: string, meaning: string];

const TERMS: readonly Term[] = [
  [
    isUncertain,
    "Future, draw",
    "One simulated outcome: every uncertain input takes one value by its distribution.",
  ],
  [isUncertain, "P5, median, P95", "Values that 5%, half and 95% of futures stay below."],
  [
    isUncertain,
    "Lowest and highest tenth",
    "The futures in which an input is among its lowest, or highest, 10% of values.",
  ],
  [
    isUncertain,
    "Rank correlation",
    "Spearman's: 1 where output and input always rise together, −1 where one falls as the other rises.",
  ],
  [
    ({ run }) => run.method === "lhs",
    "Latin hypercube",
    "A way to draw in which each input covers its range evenly, which makes results more accurate than independent draws.",
  ],
  [
    ({ run }) => run.method === "sobol",
    "Sobol' points",
    "Draws that fill all inputs' ranges evenly at once, each set scrambled at random; more accurate than independent draws.",
  ],
  [
    ({ outputs }) => Object.values(outputs).some(({ bands }) => bands !== undefined),
    "Differs, not known",
    "A request's length differs from the next one's and is not a matter of knowledge (variability); the mean cost of a token is one number that nobody knows exactly (uncertainty).",
  ],
  [
    ({ run }) => run.replicates > 1,
    "Replicates",
    "Independent repetitions inside one run; their spread measures the simulation error.",
  ],
  [
    ({ correlations }) => correlations.length > 0,
    "Gaussian copula",
    "Joins inputs so that their ranks correlate as asked while each keeps its own distribution.",
  ],
  [
    ({ assumptions }) =>
      assumptions.some((assumption) => assumption.uncertain && assumption.cases !== undefined),
    "Switch",
    "One of its cases happens in a future and sets several inputs together. The lowest tenth of a switch is its first case, the highest its last.",
  ],
  [
    ({ assumptions }) => assumptions.some(({ dependsOn }) => dependsOn !== undefined),
    "By, uncertain",
    "The distribution of an input may depend on a switch or on uncertain parameters. P5, median and P95 are then over all futures; its lowest and highest tenth are those within its case and parameters.",
  ],
  [
    ({ variance }) => Object.values(variance ?? {}).some((note) => "of" in note),
    "Share of variance",
    "How much of the variance of the result, or of its logarithm, an input brings about.",
  ],
  [
    ({ warnings }) => warnings.some((warning) => warning.includes("tail index")),
    "Tail index",
    "How heavy a tail is: from 0.5 on the variance, from 1 on the mean need not exist.",
  ],
  [
    ({ horizon }) => horizon !== undefined,
    "Net present value",
    "What all cash flows are worth at the time of the investment, a later dollar less than an earlier one by the discount rate.",
  ],
  [
    ({ horizon }) => horizon !== undefined,
    "Internal rate of return",
    "The discount rate at which the net present value would be 0.",
  ],
  [
    ({ horizon }) => horizon !== undefined,
    "Payback",
    "The years until the cash, not discounted, adds up to the investment.",
  ],
  [
    ({ expect }) => expect.some(({ margin }) => margin !== undefined),
    "Standard error",
    "How far a simulated number usually lies from what endless draws would give; within 1.96 of them a bound is too close to call.",
  ],
  [
    ({ breakEven }) => breakEven.length > 0,
    "Suffices, covers",
    "A price suffices in a future where the output is at or below it.",
  ],
];

/** What the words of a report mean, those alone that appear in it; undefined where none do. */
export function glossary(summary: Summary): Markup | undefined {
  const entries = TERMS.filter(([appears]) => appears(summary)).map(
    ([, term, meaning]) =>
      html`<dt>${term}</dt>
        <dd>${meaning}</dd> `,
  );
  if (entries.length === 0) return undefined;
  return html`<details>
    <summary>Words used here</summary>
    <dl>${entries}</dl>
  </details> `;
}
