import { html, type Markup } from "../escape.js";
import { formatValue } from "../format.js";
import * as cells from "./index-cells.js";
import type { IndexCell } from "./index-cells.js";
import type { IndexRow } from "./index-row.js";
import { unitAxes, unitGroups } from "./unit-axes.js";

/** A column: how the page's address calls it, and how its cells are made and sorted. */
interface IndexColumn {
  readonly id: string;
  readonly title: string;
  readonly kind?: "n" | "wrap";
  /** Values of one unit stand together: numbers of different units have no order. */
  readonly byUnit?: true;
  readonly cell: (row: IndexRow) => IndexCell;
}

/** The scenarios as a table in the order given; a script on the page sorts and filters it. */
export function indexTable(rows: readonly IndexRow[]): Markup {
  const columns = columnsOf(rows);
  const groups = unitGroups(rows);
  const label = captionOf(rows);
  const head = columns.map(
    ({ id, title, kind, byUnit }) =>
      html`<th
        scope="col"
        class="${kind ?? ""}"
        data-column="${id}"
        data-sort
        ${byUnit ? html` data-by-unit` : undefined}${id === "risk" ? html` aria-sort="descending"` : undefined}
      >
        ${title}
      </th>`,
  );
  const body = rows.map((row) => {
    const [first, ...others] = columns.map(({ kind = "", cell }) => {
      const { content, key } = cell(row);
      const attributes = html` class="${kind}" data-key="${String(key ?? "")}"`;
      return { content, attributes };
    });
    return html`<tr data-name="${row.folder}" data-group="${groups.indexOf(row.output.unit)}">
      <th scope="row" ${first!.attributes}>${first!.content}</th>
      ${others.map(({ content, attributes }) => html`<td${attributes}>${content}</td>`)}
    </tr> `;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Scenarios">
    <table id="scenarios">
      <caption>
        ${label}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}

function columnsOf(rows: readonly IndexRow[]): readonly IndexColumn[] {
  const axes = unitAxes(rows);
  const priced = rows.filter(({ excess }) => excess);
  const risk = priced.every(({ isTokenCost }) => isTokenCost)
    ? "Chance of loss"
    : "Chance of loss or excess";
  return [
    { id: "scenario", title: "Scenario", kind: "wrap", cell: cells.scenarioCell },
    { id: "risk", title: risk, cell: cells.riskCell },
    { id: "median", title: "Median", kind: "n", byUnit: true, cell: cells.medianCell },
    {
      id: "range",
      title: "Nine futures in ten",
      byUnit: true,
      cell: (row) => cells.bandCell(row, axes.get(row.output.unit)),
    },
    { id: "p90", title: "Enough in 90%", kind: "n", byUnit: true, cell: cells.sufficientCell },
    { id: "driver", title: "Top driver", cell: cells.driverCell },
    { id: "expect", title: "Expectations", cell: cells.expectationsCell },
    { id: "change", title: "Since the run before", cell: cells.changeCell },
    { id: "draws", title: "Draws", kind: "n", cell: cells.drawsCell },
    { id: "run", title: "Run", cell: cells.runCell },
  ];
}

/** What the pictures in the table mean, and what the changes are held against. */
function captionOf(rows: readonly IndexRow[]): string {
  const axes = [...unitAxes(rows)]
    .filter(([, { low, high }]) => low < high)
    .map(([unit, { low, high }]) => `${formatValue(low, unit)} to ${formatValue(high, unit)}`);
  const bars =
    axes.length === 0 ? [] : [`Bars stand on one logarithmic axis a unit: ${axes.join("; ")}.`];
  const changes = rows.some(({ change }) => change)
    ? [
        "A change is in percentage points and is held against the simulation errors of both runs, taken as independent; runs with one seed share their draws, so that the true error is as a rule smaller.",
      ]
    : [];
  return [
    "The likeliest to lose first; \u00b1 is the 95% simulation error, which does not cover wrong assumptions.",
    ...bars,
    ...changes,
  ].join(" ");
}
