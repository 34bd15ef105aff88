import type { Band, OutputSummary, Summary } from "../../summary/summary.js";
import { formatValue } from "../format.js";
import { outputAxis } from "./axis.js";
import type { Banded } from "./band-rows.js";
import { BAND_COLUMNS, bandReading, bandSpec } from "./bands.js";
import type { Figure } from "./figure.js";

/**
 * What nobody knows beside what differs from case to case, for the first output that has both.
 */
export function twoBandsFigure({ outputs, breakEven }: Summary): Figure | undefined {
  const found = Object.entries(outputs).find(([, { bands }]) => bands !== undefined);
  if (!found?.[1].bands) return undefined;
  const [name, output] = found;
  const { uncertainty, variability } = output.bands!;
  const rows: readonly Banded[] = [
    { output: banded(output, "Not known: the mean over all cases", uncertainty), prices: [] },
    {
      output: banded(output, "Differs: single cases", variability),
      prices: breakEven.filter((comparison) => comparison.output === name),
    },
  ];
  const axis = outputAxis(
    rows.map((row) => row.output),
    rows.flatMap(({ prices }) => prices.map(({ price }) => price)),
  );
  const title = titleOf(output, uncertainty, variability);
  return {
    id: "06-two-bands",
    title,
    caption:
      "Above: how far the mean over all cases may lie from what we think. Below: how cases differ at the median of what we think. Light to dark: 98%, 90% and 50%; the line is the median.",
    alt: `Two bands of ${output.label}: what is not known, and what differs from case to case. ${title}.`,
    wide: bandSpec(rows, axis, "wide"),
    narrow: bandSpec(rows, axis, "narrow"),
    reading: (row) => bandReading(rows, row),
    table: {
      columns: ["Band", ...BAND_COLUMNS.map((column) => `${column} (${output.unit})`)],
      rows: [
        ["Not known: the mean over all cases", ...BAND_COLUMNS.map((p) => uncertainty[p])],
        ["Differs: single cases", ...BAND_COLUMNS.map((p) => variability[p])],
      ],
    },
  };
}

function titleOf({ label, unit }: OutputSummary, uncertainty: Band, variability: Band): string {
  const between = ({ p5, p95 }: Band): string => {
    const [low, high] = [formatValue(p5, unit), formatValue(p95, unit)];
    return low === high ? low : `${low} to ${high}`;
  };
  return `${label}: the mean may be ${between(uncertainty)}, single cases ${between(variability)}, nine times in ten`;
}

/** A band in the shape of an output, which is what a band is drawn from. */
function banded(output: OutputSummary, label: string, band: Band): OutputSummary {
  const percentiles = Object.fromEntries(
    BAND_COLUMNS.map((name) => [name, { value: band[name], low: band[name], high: band[name] }]),
  );
  return { ...output, label, percentiles };
}
