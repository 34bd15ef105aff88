import type { OutputSummary, Summary } from "../../summary/summary.js";
import { formatValue } from "../format.js";
import { type Axis, isOn, outputAxis } from "./axis.js";
import { type Banded, bandRows, nameRows, priceRows } from "./band-rows.js";
import type { Figure, Spec } from "./figure.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";
import { downFromTop } from "./down-from-top.js";

/** The percentiles that a band shows. */
export const BAND_COLUMNS = ["p1", "p5", "p25", "p50", "p75", "p95", "p99"] as const;

/** Prices a caption lists. */
const NAMED_MAX = 6;

/** Percentile bands of every output that is measured like the first one, on one axis. */
export function bandsFigure(summary: Summary): Figure | undefined {
  const { output: first, uncertain } = subjectOf(summary);
  if (!uncertain || first.undefined > 0) return undefined;
  const banded = bandedOutputs(summary, first.unit);
  const axis = outputAxis(
    banded.map(({ output }) => output),
    banded.flatMap(({ prices }) => prices.map(({ price }) => price)),
  );
  const title = titleOf(first);
  return {
    id: "03-bands",
    title,
    caption: `Light to dark: 98%, 90% and 50% of futures; the line is the median.${pricesSentence(banded, axis)}`,
    alt: `Percentile bands of ${banded.map(({ output }) => output.label).join(", ")}. ${title}.`,
    wide: bandSpec(banded, axis, "wide"),
    narrow: bandSpec(banded, axis, "narrow"),
    reading: (row) => bandReading(banded, row),
    table: {
      columns: ["Output", ...BAND_COLUMNS.map((name) => `${name} (${first.unit})`)],
      rows: banded.map(({ output }) => [
        output.label,
        ...BAND_COLUMNS.map((name) => output.percentiles[name]!.value),
      ]),
    },
  };
}

/** What a band says, or a price on it. */
export function bandReading(banded: readonly Banded[], row: object): string | undefined {
  const { unit } = banded[0]!.output;
  if ("p50" in row) {
    const { output, ...at } = row as { output: string } & Record<"p5" | "p50" | "p95", number>;
    const [low, middle, high] = [at.p5, at.p50, at.p95].map((value) => formatValue(value, unit));
    return `${output}: ${middle!} at the median, ${low!} to ${high!} nine times in ten`;
  }
  const prices = banded.flatMap((one) => one.prices);
  const found = prices.find(({ price }) => "price" in row && price === row.price);
  return found && `${found.against}: ${formatValue(found.price, unit)}`;
}

function titleOf({ label, unit, percentiles }: OutputSummary): string {
  const [low, middle, high] = (["p5", "p50", "p95"] as const).map((name) =>
    formatValue(percentiles[name]!.value, unit),
  );
  if (low === high) return `${label}: ${middle!} in nine futures of ten`;
  return `${label}: ${middle!} at the median, ${low!} to ${high!} in nine futures of ten`;
}

function bandedOutputs({ outputs, breakEven }: Summary, unit: string): readonly Banded[] {
  return Object.entries(outputs)
    .filter(([, output]) => {
      const { value } = output.curve;
      return output.unit === unit && output.undefined === 0 && value[0] !== value.at(-1);
    })
    .map(([name, output]) => ({
      output,
      prices: breakEven.filter((comparison) => comparison.output === name),
    }));
}

/** What the diamonds are, from left to right. */
function pricesSentence(banded: readonly Banded[], axis: Axis): string {
  const shown = banded
    .flatMap(({ prices }) => prices)
    .filter(({ price }) => isOn(axis, price))
    .sort((a, b) => a.price - b.price);
  if (shown.length === 0) return "";
  const names = shown
    .slice(0, NAMED_MAX)
    .map(({ against, price, unit }) => `${against} ${formatValue(price, unit)}`);
  const more = shown.length > NAMED_MAX ? ` and ${shown.length - NAMED_MAX} more` : "";
  return ` ${shown.length === 1 ? "The diamond is a price" : "Diamonds are prices"}: ${names.join(", ")}${more}.`;
}

/** Bands one below the other, each under its name and over its prices. */
export function bandSpec(banded: readonly Banded[], axis: Axis, variant: Variant): Spec {
  const unit = banded[0]!.output.unit;
  const inset = {
    ...{ left: 10, right: 10, top: 2 },
    bottom: axisTitle(axis, unit) === undefined ? axisRoom.plain : axisRoom.titled,
  };
  const width = plotWidth(variant, inset);
  const { rows, height } = bandRows(banded, axis);
  const x = (field: string): Spec => horizontal({ axis, unit, variant }, field);
  const y = downFromTop(height);
  const band = (low: string, high: string, color: string): Spec => ({
    mark: { type: "bar", height: 14, color },
    encoding: { x: x(low), x2: { field: high }, y: y("middle") },
  });
  return chart(variant, height, inset, {
    layer: [
      {
        ...data(rows),
        layer: [
          band("p1", "p99", colours.bandOuter),
          band("p5", "p95", colours.bandMiddle),
          band("p25", "p75", colours.bandInner),
          {
            mark: { type: "tick", color: colours.ink, thickness: 2.5, height: 20 },
            encoding: { x: x("p50"), y: y("middle") },
          },
        ],
      },
      ...textLayers(nameRows(banded, axis, { width, unit, variant }), x, y),
      ...priceLayers(banded, axis, width, x, y),
    ],
  });
}

type Encode = (field: string) => Spec;

function textLayers(rows: ReturnType<typeof nameRows>, x: Encode, y: Encode): readonly Spec[] {
  const text = (field: string, at: string, mark: Spec): Spec => ({
    mark: { type: "text", baseline: "middle", align: "left", ...mark },
    encoding: { x: x(at), y: y("nameAt"), text: { field, type: "nominal" } },
  });
  return [
    {
      ...data(rows),
      layer: [
        text("name", "start", { fontWeight: 600 }),
        text("median", "medianAt", { align: "center" }),
      ],
    },
  ];
}

function priceLayers(
  banded: readonly Banded[],
  axis: Axis,
  width: number,
  x: Encode,
  y: Encode,
): readonly Spec[] {
  const rows = priceRows(banded, axis, width);
  if (rows.length === 0) return [];
  const diamond = { shape: "diamond", size: 70, filled: true, fill: colours.ink };
  return [
    {
      ...data(rows),
      mark: { type: "point", opacity: 1, ...diamond, stroke: colours.paper, strokeWidth: 1 },
      encoding: { x: x("price"), y: y("middle") },
    },
    {
      ...data(rows.filter(({ name }) => name !== "")),
      mark: { type: "text", baseline: "middle", align: "center", color: colours.mute },
      encoding: { x: x("nameX"), y: y("nameY"), text: { field: "name", type: "nominal" } },
    },
  ];
}
