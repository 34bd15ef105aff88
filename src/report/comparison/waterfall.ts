import type { Comparison } from "../../comparison/comparison.js";
import { type Axis, axisOver } from "../figures/axis.js";
import type { Figure, Spec } from "../figures/figure.js";
import { fitLabel, textWidth } from "../figures/fit-label.js";
import { axisTitle, horizontal } from "../figures/horizontal.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "../figures/theme.js";
import { formatValue, lowerFirst } from "../format.js";
import { formatEffect, leadOf } from "./wording.js";

/** Below this ratio of its ends a logarithmic axis has too few round values to read. */
const LOG_RATIO_MIN = 5;
const ROW = { wide: 30, narrow: 44 } as const;
const NAMES_MAX = { wide: 250, narrow: 280 } as const;
/** From a bar to its text. */
const GAP = 8;

/** A scenario's output, or the step that a factor makes on the way from one to the other. */
interface Step {
  readonly kind: "end" | "up" | "down";
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

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
    return { kind: "end", label, from: value, to: value, text: formatValue(value, output.unit) };
  };
  const steps: Step[] = [end(a.scenario, lead.a)];
  let at = lead.a;
  for (const part of lead.parts) {
    const to = part.multiplier === null ? at + part.effect.value : at * part.multiplier;
    const kind = to >= at ? "up" : "down";
    steps.push({ kind, label: part.label, from: at, to, text: formatEffect(part, output.unit) });
    at = to;
  }
  return [...steps, end(b.scenario, lead.b)];
}

function spec({ output }: Comparison, steps: readonly Step[], variant: Variant): Spec {
  const beside = variant === "wide";
  const names = steps.map(({ label }) => fitLabel(label, NAMES_MAX[variant]));
  const namesWidth = beside ? Math.max(...names.map(textWidth)) + 14 : 0;
  const axis = axisOf(steps);
  const bottom = axisTitle(axis, output.unit) === undefined ? axisRoom.plain : axisRoom.titled;
  const inset = { left: 2 + namesWidth, right: 8, top: 4, bottom };
  const height = steps.length * ROW[variant];
  const room = Math.max(...steps.map(({ text }) => textWidth(text))) + GAP;
  const range = [4, plotWidth(variant, inset) - room] as const;
  const rows = steps.map((step, k) => {
    const top = k * ROW[variant];
    return {
      ...step,
      name: names[k]!,
      nameAt: beside ? top + ROW.wide / 2 : top + 13,
      middle: beside ? top + ROW.wide / 2 : top + ROW.narrow - 14,
      next: (beside ? top + ROW.wide / 2 : top + ROW.narrow - 14) + ROW[variant],
      right: Math.max(step.from, step.to),
    };
  });
  const x = (field: string): Spec => horizontal({ axis, unit: output.unit, variant, range }, field);
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [height, 0], nice: false, zero: false },
  });
  return chart(variant, height, inset, {
    layer: [...(beside ? [connectors(rows, x, y)] : []), ...layersOf(rows, namesWidth, x, y)],
  });
}

type Encode = (field: string) => Spec;

interface Row extends Step {
  readonly name: string;
  readonly nameAt: number;
  readonly middle: number;
  readonly next: number;
  readonly right: number;
}

function layersOf(rows: readonly Row[], namesWidth: number, x: Encode, y: Encode): readonly Spec[] {
  const bars = (kind: "up" | "down", color: string): Spec => ({
    ...data(rows.filter((row) => row.kind === kind)),
    mark: { type: "bar", height: 12, color },
    encoding: { x: x("from"), x2: { field: "to" }, y: y("middle") },
  });
  const text = (only: readonly Row[], field: string, at: Spec, mark: Spec): Spec => ({
    ...data(only),
    mark: { type: "text", baseline: "middle", align: "left", ...mark },
    encoding: { ...at, text: { field, type: "nominal" } },
  });
  const isEnd = ({ kind }: Row): boolean => kind === "end";
  const ends = rows.filter(isEnd);
  const others = rows.filter((row) => !isEnd(row));
  const beside = { x: x("right"), y: y("middle") };
  const named = (only: readonly Row[], mark: Spec): Spec =>
    text(only, "name", { y: y("nameAt") }, { x: 0 - namesWidth, ...mark });
  return [
    bars("up", colours.loss),
    bars("down", colours.profit),
    {
      ...data(ends),
      mark: { type: "tick", color: colours.ink, thickness: 3, height: 18 },
      encoding: { x: x("to"), y: y("middle") },
    },
    text(ends, "text", beside, { dx: GAP, fontWeight: 600 }),
    text(others, "text", beside, { dx: GAP, color: colours.mute }),
    named(ends, { fontWeight: 600 }),
    named(others, {}),
  ];
}

/** Lines from step to step; where names stand above the bars they would strike these out. */
function connectors(rows: readonly Row[], x: Encode, y: Encode): Spec {
  return {
    ...data(rows.slice(0, -1)),
    mark: { type: "rule", color: colours.mute, strokeWidth: 1 },
    encoding: { x: x("to"), y: y("middle"), y2: { field: "next" } },
  };
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
