import type { Comparison } from "../../comparison/comparison.js";
import type { Interval } from "../../statistics/estimate.js";
import { html, type Markup } from "../escape.js";
import { formatProbability, formatProbabilityFine, formatValue } from "../format.js";
import { tableOf } from "../sections/table.js";
import { formatPoints } from "./wording.js";

/** The answers of both and their difference on the same futures; undefined where nothing was simulated. */
export function differenceSection(comparison: Comparison): Markup | undefined {
  const { a, b, output, simulated } = comparison;
  if (!simulated) return undefined;
  const { median, breakEven, cheaper } = simulated;
  const show = (value: number): string => formatValue(value, output.unit);
  const rows = [
    [
      `${output.label}, median`,
      show(median.a.value),
      show(median.b.value),
      `${show(median.difference.value)} (${show(median.difference.low)} to ${show(median.difference.high)})`,
    ],
    ...breakEven.map((price) => [
      `Chance of more than ${price.against}`,
      formatProbability(1 - price.a.value),
      formatProbability(1 - price.b.value),
      `${formatPoints(opposite(price.difference))} points`,
    ]),
  ];
  const columns = [
    { title: "Answer" },
    { title: a.scenario, kind: "number" as const },
    { title: b.scenario, kind: "number" as const },
    { title: "Second less first", kind: "number" as const },
  ];
  const caption =
    "Both simulated in the same futures (common random numbers); the 95% interval of a difference is of its paired simulation error";
  const lower = ({ value, low, high }: Interval): string =>
    `${formatProbability(value)} (${formatProbabilityFine(low)} to ${formatProbabilityFine(high)})`;
  return html`<section>
    <h2>The difference</h2>
    ${tableOf(caption, columns, rows)}
    <p>
      ${a.scenario} is the lower of the two, or equal, in ${lower(cheaper.together)} of futures, and
      in ${lower(cheaper.apart)} where each has a future of its own.
    </p>
  </section> `;
}

function opposite({ value, low, high }: Interval): Interval {
  return { value: 0 - value, low: 0 - high, high: 0 - low };
}
