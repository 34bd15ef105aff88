import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import type { Quantity } from "../models/quantity.js";
import { html, type Markup } from "../report/escape.js";
import { formatCount, formatValue, lowerFirst } from "../report/format.js";
import { packedScript, type PageCode } from "../report/page-code.js";
import { type Section, section } from "../report/sections/section.js";
import { isTokenCost } from "../report/figures/subject.js";
import { displace } from "./displace.js";
import type { LiveRecord } from "./live-record.js";
import type { ChosenInputs } from "./choose-inputs.js";
import { STEPS } from "./track.js";

const ID = "live";
const HEADING = "Your own view";

/** The section of a page in which a reader moves inputs; hidden until its script has started. */
export function panelSection(
  record: LiveRecord,
  left: ChosenInputs["left"],
  page: Pick<PageCode, "code" | "loader">,
): Section {
  const { scenario, price, inputs, recorded } = record;
  const quantity = (name: string): Quantity =>
    scenario.quantities.find((one) => one.name === name)!;
  const lead = quantity(scenario.outputs[0]!);
  const sliders = inputs.map((name) => inputControls(quantity(name)));
  const { markup } = html`<section class="live" id="${ID}" aria-labelledby="live-title" hidden>
      <h2 id="live-title">${HEADING}</h2>
      <p class="caption">${whatItDoes(record, lead.unit)}</p>
      <p class="live-answer" id="live-answer">${recorded.headline}</p>
      <p class="live-change" id="live-change"></p>
      <p class="caption">${plotted(lead)}</p>
      <figure id="live-plot"></figure>
      <div class="live-controls">
        ${price ? priceControls(price, lead.unit) : undefined}${sliders}
      </div>
      <p class="live-buttons">
        <button type="button" id="live-reset">Reset</button>
        <button type="button" id="live-copy">Copy as YAML</button>
        <span id="live-note"></span>
      </p>
      <pre id="live-yaml" tabindex="0" aria-label="Changes as YAML" hidden></pre>
      <p class="live-hidden" id="live-said" role="status" aria-live="polite"></p>
      <p class="note" id="live-check"></p>
      ${explanation(record, left)}
    </section>
    ${packedScript("live", record, page)}`;
  return { id: ID, heading: HEADING, markup };
}

/** Where a page has no panel although its answer is uncertain. */
export function noPanelSection(reason: string): Section {
  const note = html`<p class="note">This page has no controls to move its inputs: ${reason}.</p> `;
  return section(ID, HEADING, [note])!;
}

function whatItDoes({ liveDraws, design: { draws }, price }: LiveRecord, unit: string): string {
  const all = `${formatCount(draws)} futures of this report`;
  const which =
    liveDraws === draws ? `the ${all}` : `the first ${formatCount(liveDraws)} of the ${all}`;
  const moved = !price
    ? "an input"
    : isTokenCost(unit)
      ? "the price or an input"
      : `an input or what ${price.name} is`;
  return `Move ${moved}, and ${which} are worked out again in this page, the same ones at every move. Grey is what the report found.`;
}

function plotted({ label, unit }: Quantity): string {
  return `Share of futures in which ${lowerFirst(label)} is at or below a value${unit === "1" ? "" : `, in ${unit}`}.`;
}

function priceControls({ name, price }: { name: string; price: number }, unit: string): Markup {
  return html`<fieldset>
    <legend>${isTokenCost(unit) ? "Price" : "Compared with"}: ${name}</legend>
    ${control("live-price", html`${isTokenCost(unit) ? "Price" : "Value"}${unit === "1" ? "" : `, ${unit}`}`, price, formatValue(price, unit))}
  </fieldset> `;
}

function inputControls({ name, label, unit, definition }: Quantity): Markup {
  const { spec } = definition as { spec: DistributionSpec };
  const { quantile } = createDistribution(spec);
  const median = quantile(0.5);
  const inUnit = unit === "1" ? "" : `, ${unit}`;
  return html`<fieldset data-input="${name}">
    <legend>${label}</legend>
    ${control(`live-median-${name}`, html`Median${inUnit}`, median, formatValue(median, unit))}
    ${displace(spec, unit)!.spreads ? control(`live-spread-${name}`, html`Spread, times`, 1, "1") : undefined}
    <p class="live-range" id="live-range-${name}"></p>
  </fieldset> `;
}

/** A slider and a field for the same number. */
function control(id: string, label: Markup, value: number, shown: string): Markup {
  return html`<div class="live-control">
    <label for="${id}">${label}</label>
    <input
      type="range"
      id="${id}"
      min="${-STEPS}"
      max="${STEPS}"
      value="0"
      aria-valuetext="${shown}"
    />
    <input
      type="number"
      id="${id}-number"
      step="any"
      value="${Number(value.toPrecision(4))}"
      aria-label="${label}, as a number"
    />
  </div> `;
}

const SCALES = {
  positive: "by ratios",
  share: "by log-odds, so that it stays between its bounds",
  amount: "by differences",
} as const;

function explanation({ scenario, inputs }: LiveRecord, left: ChosenInputs["left"]): Markup {
  const scales = inputs.map((name) => {
    const { label, unit, definition } = scenario.quantities.find((one) => one.name === name)!;
    const { scale } = displace((definition as { spec: DistributionSpec }).spec, unit)!;
    return html`<li>${label}: ${SCALES[scale.kind]}.</li> `;
  });
  const others = left.map(
    ({ label, reason }) => html`<li>${label} has no slider: ${reason}.</li> `,
  );
  return html`<details>
    <summary>What the sliders do</summary>
    <p>
      A median gives the input another median. A spread multiplies how far its values lie from the
      median, measured as below. The kind of distribution stays, and so does what it is truncated
      to; correlations stay. “Copy as YAML” states the distributions that are then drawn: put in
      place of the scenario's own entries, they give the command the answer shown here.
    </p>
    <ul>
      ${scales}${others}
    </ul>
  </details> `;
}
