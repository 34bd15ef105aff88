import type { Comparison } from "../../comparison/comparison.js";
import type { Interval } from "../../statistics/estimate.js";
import { html, type Markup } from "../escape.js";
import { formatProbability, formatValue } from "../format.js";
import { tableOf } from "../sections/table.js";
import { formatDifference, formatPoints } from "./wording.js";

/** The answers of both and their difference on the same futures; undefined where nothing was simulated. */
export function differenceSection(comparison: Comparison): Markup | undefined {
  const { a, b, output, simulated } = comparison;
  if (!simulated) return undefined;
  const { median, breakEven } = simulated;
  const show = (value: number): string => formatValue(value, output.unit);
  const rows = [
    [
      `${output.label}, median`,
      show(median.a.value),
      show(median.b.value),
      formatDifference(median.difference, output.unit),
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
  return html`<section>
    <h2>The difference</h2>
    ${tableOf(caption, columns, rows)}
  </section> `;
}

function opposite({ value, low, high }: Interval): Interval {
  return { value: 0 - value, low: 0 - high, high: 0 - low };
}
