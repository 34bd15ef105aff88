import type { OutputSummary, Summary } from "../../summary/summary.js";
import { formatValue } from "../format.js";
import { axisOver, horizontal, position } from "./axis.js";
import { clipLabel } from "./clip-label.js";
import type { Figure, Spec } from "./figure.js";
import { subjectOf } from "./subject.js";
import { chart, colours, data, type Variant } from "./theme.js";

const ROW = 46;

/** Percentile bands of every output that is measured like the first one, on one axis. */
export function bandsFigure(summary: Summary): Figure | undefined {
  const { output: first, uncertain } = subjectOf(summary);
  const outputs = Object.values(summary.outputs).filter(
    ({ unit, undefined: holes, curve }) =>
      unit === first.unit && holes === 0 && curve.value[0] !== curve.value.at(-1),
  );
  if (!uncertain || outputs.length === 0) return undefined;
  const { p5, p50, p95 } = first.percentiles;
  const show = (value: number): string => formatValue(value, first.unit);
  const title = `${first.label}: ${show(p50!.value)} at the median, ${show(p5!.value)} to ${show(p95!.value)} in nine futures of ten`;
  const columns = ["p1", "p5", "p25", "p50", "p75", "p95", "p99"] as const;
  return {
    id: "03-bands",
    title,
    caption: "Light to dark: 98%, 90% and 50% of futures; the line is the median.",
    alt: `Percentile bands of ${outputs.map(({ label }) => label).join(", ")}. ${title}.`,
    wide: spec(outputs, "wide"),
    narrow: spec(outputs, "narrow"),
    table: {
      columns: ["Output", ...columns.map((name) => `${name} (${first.unit})`)],
      rows: outputs.map(({ label, percentiles }) => [
        label,
        ...columns.map((name) => percentiles[name]!.value),
      ]),
    },
  };
}

function spec(outputs: readonly OutputSummary[], variant: Variant): Spec {
  const axis = axisOver(outputs, []);
  const unit = outputs[0]!.unit;
  const rows = outputs.map(({ label, percentiles }, row) => ({
    row,
    label: clipLabel(label, 44),
    p1: percentiles["p1"]!.value,
    p5: percentiles["p5"]!.value,
    p25: percentiles["p25"]!.value,
    p50: percentiles["p50"]!.value,
    p75: percentiles["p75"]!.value,
    p95: percentiles["p95"]!.value,
    p99: percentiles["p99"]!.value,
    value: formatValue(percentiles["p50"]!.value, unit),
    start: axis.low,
  }));
  const y = {
    field: "row",
    type: "ordinal",
    axis: null,
    scale: { domain: rows.map(({ row }) => row), paddingInner: 0, paddingOuter: 0 },
  };
  const band = (low: string, high: string, color: string): Spec => ({
    mark: { type: "bar", height: 14, color, yOffset: 8 },
    encoding: { x: horizontal(axis, low, unit), x2: { field: high }, y },
  });
  return chart(
    variant,
    { step: ROW },
    {
      ...data(rows),
      layer: [
        band("p1", "p99", colours.bandOuter),
        band("p5", "p95", colours.bandMiddle),
        band("p25", "p75", colours.bandInner),
        {
          mark: { type: "tick", color: colours.ink, thickness: 2.5, height: 20, yOffset: 8 },
          encoding: { x: horizontal(axis, "p50", unit), y },
        },
        {
          mark: { type: "text", align: "left", dx: 2, dy: -12, fontWeight: 600 },
          encoding: {
            x: horizontal(axis, "start", unit),
            y,
            text: { field: "label", type: "nominal" },
          },
        },
        ...medianLabels(rows, axis, unit, y, variant),
      ],
    },
  );
}

/** The median in figures, above its tick; left out on phones and where it would meet the name. */
function medianLabels(
  rows: readonly { readonly p50: number; readonly label: string }[],
  axis: Parameters<typeof position>[0],
  unit: string,
  y: Spec,
  variant: Variant,
): readonly Spec[] {
  if (variant === "narrow") return [];
  const clear = rows.filter(
    ({ p50, label }) => position(axis, p50) * 840 > label.length * 6.6 + 50,
  );
  if (clear.length === 0) return [];
  return [
    {
      ...data(clear),
      mark: { type: "text", dy: -12 },
      encoding: { x: horizontal(axis, "p50", unit), y, text: { field: "value", type: "nominal" } },
    },
  ];
}
