import type { CostStack } from "../../summary/stack.js";
import type { OutputSummary, Summary } from "../../summary/summary.js";
import { formatValue, lowerFirst } from "../format.js";
import { plainText } from "../phrase.js";
import { printedTerms } from "../printed-terms.js";
import { stackSentence } from "../stack-sentence.js";
import { axisOver } from "./axis.js";
import type { Figure } from "./figure.js";
import { type Step, stepsChart } from "./steps.js";
import { subjectOf } from "./subject.js";
import { colours } from "./theme.js";

/** A price this many times the cost, or one that many times smaller, would leave nothing to see of it. */
const PRICE_RATIO_MAX = 8;

/** What the median future is made of, term by term, and what the main price leaves of it. */
export function stackFigure(summary: Summary): Figure | undefined {
  const { stack } = summary;
  const title = plainText(stackSentence(summary));
  if (!stack) return undefined;
  const output = summary.outputs[stack.output]!;
  const steps = [...termSteps(stack, output), ...priceSteps(summary, stack)];
  const axis = axisOver([0, ...steps.flatMap(({ from, to }) => [from, to])], false);
  return {
    id: "10-stack",
    title,
    caption: captionOf(stack, output),
    alt: `Waterfall of what ${lowerFirst(output.label)} is made of. ${title}.`,
    wide: stepsChart(steps, axis, output.unit, "wide"),
    narrow: stepsChart(steps, axis, output.unit, "narrow"),
    reading: (row) => `${(row as Step).label}: ${(row as Step).text}`,
    table: {
      columns: ["Term", `Amount (${output.unit})`, `From (${output.unit})`, `To (${output.unit})`],
      rows: steps.map(({ label, from, to, color }) => [label, color ? to - from : to, from, to]),
    },
  };
}

function captionOf({ futures }: CostStack, { label }: OutputSummary): string {
  const name = lowerFirst(label);
  if (futures === 1) return `The terms of ${name}; they add up to it.`;
  return `The terms of ${name}, averaged over the futures within 2.5 percentiles of its median and rescaled by one factor to add up to it.`;
}

/** Every term from where the one before ended, and the median they reach. */
function termSteps(stack: CostStack, { label, unit }: OutputSummary): readonly Step[] {
  const { terms, total } = stack;
  const signed = terms.some(({ value }) => value < 0);
  const printed = printedTerms(stack, unit);
  let at = 0;
  const steps = terms.map((term, k): Step => {
    const from = at;
    at += term.value;
    const color = signed ? signColour(term.value) : colours.bandInner;
    return { label: term.label, from, to: at, text: printed[k]!, color };
  });
  const text = formatValue(total, unit);
  const name = stack.futures === 1 ? label : `${label}, median`;
  return [...steps, { label: name, from: total, to: total, text }];
}

/** What the main price leaves, where it is held against the same output. */
function priceSteps(summary: Summary, { output, total, futures }: CostStack): readonly Step[] {
  const { name, main } = subjectOf(summary);
  if (!main || name !== output) return [];
  const ratio = main.price / total;
  if (!(ratio <= PRICE_RATIO_MAX && ratio >= 1 / PRICE_RATIO_MAX)) return [];
  const left = main.price - total;
  const what = left < 0 ? "Loss" : "Margin";
  const step = (value: number): string => formatValue(value, main.unit);
  return [
    {
      label: futures === 1 ? what : `${what} at the median`,
      ...{ from: total, to: main.price, text: step(left), color: signColour(left) },
    },
    { label: main.against, from: main.price, to: main.price, text: step(main.price) },
  ];
}

function signColour(value: number): string {
  return value < 0 ? colours.loss : colours.profit;
}
