import type { Interval } from "../statistics/estimate.js";
import type { Summary } from "../summary/summary.js";
import { csv } from "./escape.js";
import { horizonTable } from "./horizon-csv.js";
import type { ReportFile } from "./report-file.js";

/** `stress.csv`, `given.csv`, `decision.csv` and `horizon.csv` of a run that declares such. */
export function questionFiles(summary: Summary): readonly ReportFile[] {
  const horizon = horizonTable(summary);
  return [
    ...file("stress.csv", stressCsv(summary)),
    ...file("given.csv", givenCsv(summary)),
    ...file("decision.csv", decisionCsv(summary)),
    ...file("horizon.csv", horizon && csv(horizon.header, horizon.rows)),
  ];
}

function file(path: string, content: string | undefined): readonly ReportFile[] {
  return content === undefined ? [] : [{ path, content }];
}

const bounds = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];

const FOUND = ["probability", "difference", "p5", "p50", "p95"].flatMap(bounds);

function stressCsv({ stress, outputs }: Summary): string | undefined {
  if (!stress) return undefined;
  const { output, against = "", base } = stress;
  const about = [output, outputs[output]!.unit, against];
  const row = (name: string, found: typeof base, difference?: Interval, holes = 0) => [
    ...[name, ...about],
    ...[found.probability, difference, found.p5, found.p50, found.p95].flatMap(cells),
    holes,
  ];
  return csv(
    ["shock", "output", "unit", "against", ...FOUND, "undefined"],
    [
      row("", base, undefined, outputs[output]!.undefined),
      ...stress.shocks.map((shock) =>
        row(shock.name, shock, shock.difference.probability, shock.undefined),
      ),
    ],
  );
}

function givenCsv({ given, outputs }: Summary): string | undefined {
  if (!given) return undefined;
  const rows = given.map(({ name, formula, output, against = "", share, found, ...counts }) => [
    ...[name, formula, output, outputs[output]!.unit, against],
    ...[counts.draws, counts.of, counts.undefined, ...cells(share)],
    ...[found?.probability, found?.difference, found?.p5, found?.p50, found?.p95].flatMap(cells),
  ]);
  const header = ["given", "condition", "output", "unit", "against", "draws", "of", "undefined"];
  return csv([...header, ...bounds("share"), ...FOUND], rows);
}

function decisionCsv({ decision }: Summary): string | undefined {
  if (!decision) return undefined;
  const { options, wrong, perfect, inputs, unit } = decision;
  const rows = [
    ...options.map(({ name, expected }) => ["expected payoff", name, unit, ...cells(expected)]),
    ["chance that the best is wrong", options[decision.best]?.name ?? "", "1", ...cells(wrong)],
    ["value of knowing", "everything", unit, ...cells(perfect)],
    ...inputs.map(({ input, value }) => ["value of knowing", input, unit, ...cells(value)]),
  ];
  return csv(["quantity", "of", "unit", ...bounds("value")], rows);
}

function cells(interval: Interval | null | undefined): readonly (string | number)[] {
  return interval ? [interval.value, interval.low, interval.high] : ["", "", ""];
}
