import type { Comparison } from "../../comparison/comparison.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatProbability, formatProbabilityFine, formatValue } from "../format.js";
import type { Provenance } from "../provenance.js";
import { tableOf } from "../sections/table.js";
import { shellWord } from "../shell-word.js";
import { factorRows, oddsTable } from "./rows.js";
import {
  comparisonHeadline,
  elsewhereSentence,
  noSplitSentence,
  oddsSentence,
  scaleSentence,
  valuesSentence,
} from "./sentences.js";
import { formatTimes, leadOf } from "./wording.js";

/** What is compared, the answer, and the numbers behind it. */
export function opening(comparison: Comparison): Markup {
  const { a, b } = comparison;
  const remarks = [
    oddsSentence(comparison),
    noSplitSentence(comparison),
    scaleSentence(comparison),
  ].filter((sentence) => sentence !== undefined);
  return html`<header>
      <p class="kicker">${a.title} · ${b.title}</p>
      <h1>${comparisonHeadline(comparison)}</h1>
      <p class="lede">${[valuesSentence(comparison), ...remarks].join(" ")}</p>
    </header>
    ${cards(comparison)}`;
}

function cards(comparison: Comparison): Markup {
  const { a, b, output, simulated } = comparison;
  const lead = leadOf(comparison);
  const all: Markup[] = [];
  const card = (value: string, label: string): void => {
    all.push(html`<li><b>${value}</b><span>${label}</span></li>`);
  };
  const median = simulated ? ", median" : "";
  card(formatValue(lead.a, output.unit), `${a.scenario}${median}`);
  card(formatValue(lead.b, output.unit), `${b.scenario}${median}`);
  if (lead.split?.scale === "log" && lead.split.total !== 0) {
    card(formatTimes(Math.max(lead.a / lead.b, lead.b / lead.a)), "the higher over the lower");
  }
  if (simulated) {
    const { value, low, high } = simulated.cheaper.together;
    const range = `${formatProbabilityFine(low)} to ${formatProbabilityFine(high)} by simulation error`;
    card(formatProbability(value), `of futures have ${a.scenario} the lower; ${range}`);
  }
  return html`<ul class="cards">
    ${all}
  </ul> `;
}

/** Every factor with what it does, and below it the inputs that changed. */
export function factorsSection(comparison: Comparison): Markup {
  const { a, b, notes } = comparison;
  const rows = factorRows(comparison).map(({ kind, label, from, to, effect, share }) =>
    kind === "input"
      ? [html`<span class="input">${label}</span>`, note(from), note(to), "", ""]
      : [label, from, to, effect, share],
  );
  const columns = [
    { title: "Factor" },
    { title: a.scenario, kind: "wrap" as const },
    { title: b.scenario, kind: "wrap" as const },
    { title: "Effect", kind: "number" as const },
    { title: "Share", kind: "number" as const },
  ];
  const remarks = [...notes, elsewhereSentence(comparison)].filter(
    (sentence) => sentence !== undefined,
  );
  return html`<section>
    <h2>What explains it</h2>
    ${tableOf("Factors by their part of the change, with the inputs that changed below each", columns, rows)}
    ${remarks.length > 0 ? html`<p>${remarks.join(" ")}</p>` : undefined}${elsewhere(comparison)}
  </section> `;
}

function note(text: string): Markup {
  return html`<span class="note">${text}</span>`;
}

function elsewhere({ elsewhere: names }: Comparison): Markup | undefined {
  if (names.length === 0) return undefined;
  return html`<details>
    <summary>Differences that do not bear on it</summary>
    <p>${names.join(", ")}</p>
  </details> `;
}

/** How each factor moves the odds of each price; undefined where nothing was simulated. */
export function oddsSection(comparison: Comparison): Markup | undefined {
  const { columns, rows } = oddsTable(comparison);
  if (columns.length === 0) return undefined;
  const caption =
    "Percentage points of futures at or below each price, with the half-width of the 95% interval of the simulation error";
  return html`<section>
    <h2>What moves the odds</h2>
    ${tableOf(caption, [{ title: "Factor" }, ...columns.map((title) => ({ title, kind: "wrap" as const }))], rows)}
  </section> `;
}

/** How the parts were made and what they do not say. */
export function methodSection(comparison: Comparison): Markup {
  const { simulated } = comparison;
  return html`<section>
    <h2>Method and limits</h2>
    <p>
      A mixture takes some factors from one scenario and the others from the other. A factor's part
      is how much it changes the output when it is exchanged, averaged over every order in which the
      factors can be exchanged (Shapley values over all mixtures): parts add up to the whole, and
      none depends on an order. Where the output is a plain product, each is the logarithm of the
      factor's own ratio.
    </p>
    ${simulated ? simulation(comparison, simulated) : html`<p>Nothing that the output rests on is uncertain; nothing was simulated.</p>`}
    <p>
      The parts say what the difference between these two scenarios is made of. They do not say
      which scenario is right, nor what causes an input to be what it is.
    </p>
  </section> `;
}

function simulation(
  { a, b, output }: Comparison,
  { run, median, undefined: missing }: NonNullable<Comparison["simulated"]>,
): Markup {
  const { draws, mixtures, replicates, seed, method } = run;
  const lost = missing.a + missing.b;
  const holes =
    lost === 0
      ? ""
      : ` The output is not a finite number in ${formatCount(missing.a)} draws of ${a.scenario} and ${formatCount(missing.b)} of ${b.scenario}; these count as above every number.`;
  const point = `With every input at its median the two come to ${formatValue(a.value, output.unit)} and ${formatValue(b.value, output.unit)}; the medians of the output are ${formatValue(median.a.value, output.unit)} and ${formatValue(median.b.value, output.unit)}.`;
  return html`<p>
    Each of ${formatCount(mixtures)} mixtures was simulated in the same ${formatCount(draws)}
    futures (${method}, seed ${seed}): an input has one rank in all of them, so that mixtures differ
    by what is exchanged and not by chance. Errors are 95% intervals from ${String(replicates)}
    independent replicates.${holes} ${point}
  </p> `;
}

/** The command that compares two scenarios, with its options as they were given. */
export function compareCommandLine(
  sources: readonly Provenance[],
  options: readonly string[],
): string {
  const words = [...sources.map(({ file }) => file), ...options].map(shellWord);
  return `breakeven compare ${words.join(" ")}`;
}

/** How to make the same page again. */
export function reproduce(sources: readonly Provenance[], command: string): Markup {
  const scenarios = sources.map(({ file, sha256 }) => `${file}, SHA-256 ${sha256}`).join("; ");
  return html`<section>
    <h2>Reproduce</h2>
    <pre>${command}</pre>
    <p class="note">
      Breakeven ${sources[0]!.version}; ${scenarios}. Every number on this page is in
      comparison.json.
    </p>
  </section> `;
}
