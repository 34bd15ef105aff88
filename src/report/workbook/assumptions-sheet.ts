import type { Summary } from "../../summary/summary.js";
import { afterNumber, headerRow, numberCell, type Row, textCell } from "./cells.js";
import type { Sheet } from "./sheet.js";

const HEADER = [
  ...["Quantity", "Name", "Unit", "P5", "Median", "P95", "Distribution", "Differs by case"],
  ...["Grade", "Source", "Meaning"],
];

/** Columns that are there only where some number has them. */
const KEPT = { owner: "Owner", date: "Date" } as const;

/** The register of assumptions: every number the outputs rest on, with its spread and its source. */
export function assumptionsSheet({ assumptions }: Summary): Sheet {
  const sorted = [...assumptions].sort((a, b) => Number(b.uncertain) - Number(a.uncertain));
  const kept = (["owner", "date"] as const).filter((one) =>
    assumptions.some((assumption) => assumption[one] !== undefined),
  );
  const rows = sorted.map((assumption): Row => {
    const { label, name, unit, p5, p50, p95, distribution, varies } = assumption;
    const { grade, source, meaning } = assumption;
    return [
      textCell(label, { wrap: true }),
      textCell(name),
      textCell(unit),
      ...[p5, p50, p95].map((value) => numberCell(value)),
      textCell(distribution, { wrap: true, ...afterNumber }),
      textCell(varies ? "yes" : ""),
      textCell(grade ?? ""),
      textCell(source ?? "no source", { wrap: true }),
      textCell(meaning ?? "", { wrap: true }),
      ...kept.map((one) => textCell(assumption[one] ?? `no ${one}`, { wrap: true })),
    ];
  });
  return {
    name: "Assumptions",
    frozen: 1,
    onePageWide: true,
    widths: [38, 26, 16, 13, 13, 13, 40, 12, 7, 44, 44, ...kept.map(() => 16)],
    rows: [headerRow([...HEADER, ...kept.map((one) => KEPT[one])], rows), ...rows],
  };
}
