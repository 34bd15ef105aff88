import type { Comparison } from "../../comparison/comparison.js";
import { type Axis, axisOver } from "../figures/axis.js";
import type { Figure, Spec } from "../figures/figure.js";
import { type Step, stepsChart } from "../figures/steps.js";
import { colours, type Variant } from "../figures/theme.js";
import { formatValue, lowerFirst } from "../format.js";
import { formatEffect, leadOf } from "./wording.js";

/** Below this ratio of its ends a logarithmic axis has too few round values to read. */
const LOG_RATIO_MIN = 5;
/** The way from the first scenario's output to the second's, one factor at a time; undefined without a split. */
export function waterfallFigure(comparison: Comparison): Figure | undefined {
  const { split, parts } = leadOf(comparison);
  if (!split || split.total === 0 || parts.length === 0) return undefined;
  const { output } = comparison;
  const steps = stepsOf(comparison);
  const title = titleOf(comparison);
  const by =
    split.scale === "log"
      ? "Numbers are what each factor multiplies by"
      : "Numbers are what each factor adds";
  const caption = `From ${comparison.a.scenario} to ${comparison.b.scenario}, the largest part first: what raises the output is orange, what lowers it blue. ${by}, averaged over every order in which factors can be exchanged.`;
  return {
    id: "01-waterfall",
    title,
    caption,
    alt: `Steps from one scenario's output to the other's. ${title}.`,
    wide: spec(comparison, steps, "wide"),
    narrow: spec(comparison, steps, "narrow"),
    table: {
      columns: ["Step", `From (${output.unit})`, `To (${output.unit})`],
      rows: steps.map(({ label, from, to }) => [label, from, to]),
    },
  };
}

function titleOf(comparison: Comparison): string {
  const { a, b, parts } = leadOf(comparison);
  const { unit } = comparison.output;
  const [first] = parts;
  const way = `From ${formatValue(a, unit)} to ${formatValue(b, unit)}`;
  const share = first!.share!.value;
  if (share < 0.5)
    return `${way} by way of ${parts.length} factors, none of which makes half of it`;
  return `${way}, mostly by ${lowerFirst(first!.label)} (${formatEffect(first!, unit)})`;
}

function stepsOf(comparison: Comparison): readonly Step[] {
  const { output, a, b } = comparison;
  const lead = leadOf(comparison);
  const end = (label: string, value: number): Step => {
    return { label, from: value, to: value, text: formatValue(value, output.unit) };
  };
  const steps: Step[] = [end(a.scenario, lead.a)];
  let at = lead.a;
  for (const part of lead.parts) {
    const to = part.multiplier === null ? at + part.effect.value : at * part.multiplier;
    const color = to >= at ? colours.loss : colours.profit;
    steps.push({ label: part.label, from: at, to, text: formatEffect(part, output.unit), color });
    at = to;
  }
  return [...steps, end(b.scenario, lead.b)];
}

function spec({ output }: Comparison, steps: readonly Step[], variant: Variant): Spec {
  return stepsChart(steps, axisOf(steps), output.unit, variant);
}

/** Logarithmic where ratios are split and the way is long enough. */
function axisOf(steps: readonly Step[]): Axis {
  const values = steps.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(low > 0) || high / low < LOG_RATIO_MIN) return axisOver(values, false);
  const margin = Math.exp(0.02 * Math.log(high / low));
  return { log: true, low: low / margin, high: high * margin };
}
