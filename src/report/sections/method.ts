import type { Summary } from "../../summary/summary.js";
import { html, type Markup } from "../escape.js";
import { formatCount } from "../format.js";
import { phraseMarkup } from "../phrase.js";
import type { Show } from "./figure.js";
import { glossary } from "./glossary.js";
import { type Section, section } from "./section.js";
import type { Provenance } from "../provenance.js";
import { runId, runName } from "../run-id.js";
import { shellWord } from "../shell-word.js";
import { methodSentence } from "../sentences.js";

/** How the numbers were made, what they do not cover, and what the words mean. */
export function method(summary: Summary, show: Show): Section | undefined {
  const warnings = summary.warnings.map((warning) => html`<li>${warning}</li> `);
  const undefinedDraws = Object.values(summary.outputs).reduce(
    (sum, output) => sum + output.undefined,
    0,
  );
  return section("method", "Method and limits", [
    html`<p>
        ${phraseMarkup(methodSentence(summary))} Each future draws every uncertain input once and
        evaluates the model's formulas; percentiles are of those results.
      </p>
      <p>
        Intervals beside a number are 95% confidence intervals of the simulation error alone: how
        far the number could move with another seed. They say nothing of wrong distributions,
        missing costs or a wrong model; that uncertainty is in the spread of the futures as far as
        the assumptions state it, and nowhere beyond.
      </p>
      <p>
        ${undefinedDraws === 0 ? "Every draw gave a finite result." : `${formatCount(undefinedDraws)} results were not finite numbers. They count as above every price; means are withheld, and probabilities are bounds.`}
      </p> `,
    twoDimensions(summary),
    years(summary),
    show("11-convergence"),
    warnings.length > 0
      ? html`<ul>
          ${warnings}
        </ul> `
      : undefined,
    glossary(summary),
  ]);
}

function twoDimensions({ outputs }: Summary): Markup | undefined {
  if (!Object.values(outputs).some(({ bands }) => bands !== undefined)) return undefined;
  return html`<p>
    What differs from case to case and what nobody knows are kept apart by crossing 256 draws of the
    one with 256 of the other; a rank correlation between an input of each kind is lost in crossing.
  </p> `;
}

function years({ horizon }: Summary): Markup | undefined {
  if (!horizon) return undefined;
  return html`<p>
    Every year of operation is evaluated on the same ${formatCount(horizon.draws)} draws. The
    investment is paid at time 0; the cash of a year arrives at its end and is discounted by the
    rate of each year up to then, so that the net present value is −I + Σ cash / (1 + r)^t at one
    rate. Payback is when the cash, not discounted and spread evenly over its year, first adds up to
    the investment; futures in which it never does stand above every number. The internal rate of
    return is stated of those futures alone whose flows change sign exactly once, for others have
    none or several (Brealey, Myers and Allen, Principles of Corporate Finance, chapter 5).
  </p> `;
}

/** How to make the same report again. */
export function reproduce(summary: Summary, provenance: Provenance): Section | undefined {
  const { version, file, sha256 } = provenance;
  return section("reproduce", "Reproduce", [
    html`<p>
        The same command with the same scenario and version gives the same files, bit for bit, on
        any number of threads.
      </p>
      <pre>${reproduceCommand(summary.run, provenance)}</pre>
      <p class="note">To cite it: ${citation(summary, provenance)}</p>
      <p class="note">
        Breakeven ${version}, run ${runId(summary, provenance)}; scenario ${file}, SHA-256
        ${sha256}. The scenario's text, timings and the hash of every file are in run.json; every
        number on this page is in summary.json.
      </p> `,
  ]);
}

/** Who says what and when, made by what. */
function citation(summary: Summary, provenance: Provenance): string {
  const { author, date, title } = summary;
  const parts = [
    author,
    title,
    date,
    `${runName(summary, provenance)}, Breakeven ${provenance.version}`,
  ];
  return `${parts.filter((part) => part !== undefined).join(". ")}.`;
}

/** The command that makes the report again. */
export function reproduceCommand(
  { draws, seed, method: design, precision }: Summary["run"],
  { file, overrides, given = [], since, theme, interactiveCharts }: Provenance,
): string {
  const sets = overrides.map((entry) => ` --set ${shellWord(entry)}`).join("");
  const conditions = given.map((entry) => ` --given ${shellWord(entry)}`).join("");
  const earlier = since === undefined ? "" : ` --since ${shellWord(since)}`;
  const look = theme === undefined ? "" : ` --theme ${theme}`;
  const charts = interactiveCharts ? " --interactive-charts" : "";
  const how = `--draws ${precision?.planned ?? draws} --seed ${shellWord(seed)} --method ${design}`;
  return `breakeven run ${shellWord(file)} ${how}${sets}${conditions}${earlier}${look}${charts}`;
}
