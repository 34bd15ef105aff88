import type { Interval } from "../../statistics/estimate.js";
import type { Summary } from "../../summary/summary.js";
import { decisionSentences } from "../decision-sentences.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatPayoff, lowerFirst } from "../format.js";
import { claim, phraseMarkup } from "../phrase.js";
import { joined } from "../sentences.js";
import { type Section, section } from "./section.js";
import { tableOf } from "./table.js";

type Decision = NonNullable<Summary["decision"]>;

/** What the options of the decision pay, and what it is worth to know more before choosing. */
export function decision(summary: Summary): Section | undefined {
  const { decision: found } = summary;
  if (!found) return undefined;
  return section("decision", "What it is worth to know more first", [
    html`<p>${phraseMarkup(decisionSentences(summary))}</p> `,
    optionTable(found),
    inputTable(found),
    found.undefined > 0 ? undefined : note(found),
  ]);
}

function optionTable({ options, unit }: Decision): Markup {
  const rows = options.map(({ name, formula, expected }, k) => [
    name,
    formula,
    expected ? amount(`decision.options.${k}.expected`, expected, unit) : "withheld",
  ]);
  const columns = [
    { title: "Option" },
    { title: "Pays", kind: "wrap" as const },
    { title: "On average", kind: "number" as const },
  ];
  return tableOf(
    "What each option pays on average, with the 95% interval of the simulation error",
    columns,
    rows,
  );
}

function inputTable({ inputs, perfect, unit }: Decision): Markup | undefined {
  if (!perfect || perfect.value === 0) return undefined;
  const worth = inputs.filter(({ value }) => value.low > 0);
  const rows = worth.map((entry) => [
    entry.label,
    amount(`decision.inputs.${inputs.indexOf(entry)}.value`, entry.value, unit),
  ]);
  const others = inputs.length - worth.length;
  const last = others === 0 ? [] : [[othersText(others, inputs.length), "nothing"]];
  const columns = [
    { title: "To know exactly" },
    { title: "Is worth up to", kind: "number" as const },
  ];
  return tableOf(
    "Expected value of knowing one input, and of knowing all (perfect information), with 95% intervals",
    columns,
    [["Everything", amount("decision.perfect", perfect, unit)], ...rows, ...last],
  );
}

/** Those whose interval reaches down to nothing, in one row. */
function othersText(others: number, all: number): string {
  if (others === all) return all === 1 ? "The one input" : `Any one of the ${all} inputs`;
  return others === 1 ? "The other input" : `Any one of the ${others} others`;
}

function amount(path: string, { value, low, high }: Interval, unit: Decision["unit"]): Markup {
  const ends = [low, high].map((end) => formatPayoff(end, unit));
  const interval = ends[0] === ends[1] ? "" : `${formatPayoff(low, "USD")} to ${ends[1]!}`;
  return html`${phraseMarkup(claim(`${path}.value`, formatPayoff(value, unit)))}<br /><span
      class="note"
      >${interval}</span
    >`;
}

function note({ inputs, draws, regressed }: Decision): Markup {
  const correlated = inputs.filter((input) => input.correlated && input.value.low > 0);
  const told =
    correlated.length === 0
      ? ""
      : ` To know ${joined(
          correlated.map(({ label }) => lowerFirst(label)),
          "or",
        )} tells something of the inputs correlated with it, which is counted.`;
  return html`<p class="note">
    The choice is made once, before any of it is known. What it is worth to know an input is how
    much more the option chosen with that knowledge pays on average: the most that any measurement
    of it can be worth, which is less where it is inexact or late. The values of several inputs do
    not add up; what cannot be told from nothing by simulation error counts as nothing.${told}
    Payoffs rest on ${formatCount(draws)} draws, the values of single inputs on the first
    ${formatCount(regressed)} of them.
  </p> `;
}
