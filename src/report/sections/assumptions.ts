import type { Assumption, Summary } from "../../summary/summary.js";
import { judgementSentence } from "../drivers-text.js";
import { html, type Markup, trusted } from "../escape.js";
import { labelOf } from "../figures/subject.js";
import { formatCorrelation, formatNumber } from "../format.js";
import { byRank, inputRanks } from "../input-ranks.js";
import { phraseMarkup } from "../phrase.js";
import { leanPath } from "../render/lean-path.js";
import { type Section, section } from "./section.js";
import { sourceCell } from "./source-cell.js";
import { type OwnerColumn, ownerColumn } from "./owner-column.js";
import { tableOf } from "./table.js";

const SPARK = { width: 72, height: 20 } as const;

/** Every number the outputs rest on, uncertain ones first, those that move the result most before others. */
export function assumptions(summary: Summary): Section | undefined {
  const uncertain = summary.assumptions.filter((assumption) => assumption.uncertain);
  const fixed = summary.assumptions.filter((assumption) => !assumption.uncertain);
  const owners = ownerColumn(summary.assumptions);
  const judged = judgementSentence(summary);
  return section("assumptions", "Assumptions", [
    judged && html`<p>${phraseMarkup(judged)}</p> `,
    uncertain.length > 0 ? uncertainTable(uncertain, inputRanks(summary), owners) : undefined,
    fixed.length > 0 ? fixedTable(fixed, owners) : undefined,
    correlations(summary),
    formulas(summary),
  ]);
}

function uncertainTable(
  rows: readonly Assumption[],
  ranks: ReadonlyMap<string, number>,
  owners: OwnerColumn,
): Markup {
  return tableOf(
    "Uncertain inputs by how far each moves the result. Grade A is measured or contracted, B published, C judgement",
    [
      { title: "Input", sort: true },
      { title: "Rank", kind: "number", sort: "ascending" },
      { title: "P5", kind: "number" },
      { title: "Median", kind: "number" },
      { title: "P95", kind: "number" },
      { title: "Distribution", kind: "wrap" },
      { title: "Grade", sort: true },
      { title: "Source", kind: "wrap", sort: true },
      ...owners.columns,
    ],
    byRank(rows, ranks).map(({ label, unit, varies, cases, distribution, sparkline, ...row }) => {
      const show = (value: number): string => cases?.[value] ?? formatNumber(value, unit);
      return [
        html`${label}${unitBelow(cases ? "switch" : unit)}`,
        String(ranks.get(row.name) ?? ""),
        show(row.p5),
        show(row.p50),
        show(row.p95),
        html`${sparklineSvg(cases ? [] : sparkline)}${lines(varies ? `${distribution}; differs from case to case` : distribution)}`,
        row.grade ?? "",
        sourceCell(row.source, row.date),
        ...owners.cells(row),
      ];
    }),
  );
}

/** A unit under a name; a pure number has none to show. */
function unitBelow(unit: string): Markup | undefined {
  return unit === "1" ? undefined : html`<br /><span class="note">${unit}</span>`;
}

/** A description, the cases of a switched input on lines of their own. */
function lines(distribution: string): readonly Markup[] {
  return distribution
    .split("; ")
    .map((line, k) => html`${k === 0 ? undefined : html`<br />`}<span class="note">${line}</span>`);
}

function fixedTable(rows: readonly Assumption[], owners: OwnerColumn): Markup {
  return tableOf(
    "Numbers held fixed",
    [
      { title: "Quantity", sort: true },
      { title: "Value", kind: "number" },
      { title: "Unit", sort: true },
      { title: "Grade", sort: true },
      { title: "Source", kind: "wrap", sort: true },
      ...owners.columns,
    ],
    rows.map(({ label, unit, p50, cases, grade, source, ...row }) => [
      label,
      cases?.[p50] ?? formatNumber(p50, unit),
      unit === "1" ? "" : unit,
      grade ?? "",
      sourceCell(source, row.date),
      ...owners.cells(row),
    ]),
  );
}

function sparklineSvg(masses: readonly number[]): Markup {
  if (masses.length === 0) return html``;
  const { width, height } = SPARK;
  const highest = Math.max(...masses);
  const points = masses.map((mass, k) => {
    const x = ((k + 0.5) / masses.length) * width;
    const y = height - 1 - (mass / highest) * (height - 3);
    return `${x},${y}`;
  });
  const path = leanPath(`M0,${height - 1}L${points.join("L")}L${width},${height - 1}Z`);
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${path}" fill="var(--bandInner)"/></svg>`,
  );
}

function correlations(summary: Summary): Markup | undefined {
  if (summary.correlations.length === 0) return undefined;
  const repaired = summary.correlations.some(({ asked, applied }) => asked !== applied);
  return tableOf(
    repaired
      ? "Rank correlations between inputs (Gaussian copula); those asked for cannot hold together, the nearest that can are applied"
      : "Rank correlations between inputs (Gaussian copula)",
    [
      { title: "Inputs" },
      { title: "Asked", kind: "number" },
      ...(repaired ? [{ title: "Applied", kind: "number" as const }] : []),
      { title: "Achieved", kind: "number" },
    ],
    summary.correlations.map(({ between, asked, applied, achieved }) => [
      between.map((name) => labelOf(summary, name)).join(" and "),
      formatCorrelation(asked),
      ...(repaired ? [formatCorrelation(applied)] : []),
      formatCorrelation(achieved),
    ]),
  );
}

function formulas({ formulas: listed }: Summary): Markup | undefined {
  if (listed.length === 0) return undefined;
  const table = tableOf(
    "How the outputs follow from the inputs",
    [
      { title: "Quantity" },
      { title: "Formula", kind: "wrap" },
      { title: "Unit" },
      { title: "Source", kind: "wrap" },
    ],
    listed.map(({ name, label, formula, unit, source }) => [
      html`${label}<br /><span class="note">${name}</span>`,
      html`<code>${formula}</code>`,
      unit,
      source ?? "",
    ]),
  );
  return html`<details>
    <summary>
      ${listed.length === 1 ? "The formula" : `The ${listed.length} formulas`} of the model
    </summary>
    ${table}
  </details> `;
}
