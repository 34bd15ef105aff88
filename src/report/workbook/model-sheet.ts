import { parseFormula } from "../../formula/parse.js";
import type { BaseCase } from "../../summary/base-case.js";
import type { Assumption, Summary } from "../../summary/summary.js";
import { createUnitSystem, type UnitSystem } from "../../units/unit-system.js";
import {
  afterNumber,
  formulaCell,
  headerRow,
  inputStyle,
  numberCell,
  type Row,
  type Style,
  textCell,
} from "./cells.js";
import type { Sheet } from "./sheet.js";
import { spreadsheetFormula } from "./spreadsheet-formula.js";

const NAME = "Model";
const BOLD: Style = { fontWeight: "bold" };
const NOTES = [
  "Change a blue value in column C; everything below and the sheet Summary follow.",
  "Every uncertain input stands at its median. The answer at the medians is not the median of the answers: for that, and for how likely anything is, see the other sheets.",
  "Formulas count in base units (seconds, dollars, tokens, bytes, joules): column I is column C times column H for an input, and column C is column I over column H for a formula.",
];
const HEADER = [
  ...["Quantity", "Name", "Value", "Unit", "Distribution or formula", "Grade", "Source"],
  ...["Base units in one", "In base units"],
];

/** The model as live formulas, and where other sheets find its values. */
export interface ModelSheet {
  readonly sheet: Sheet;
  /** Address of a quantity's value in its own unit, such as `Model!C12`. */
  readonly valueOf: (name: string) => string;
}

/**
 * Every quantity that the outputs rest on, a row each: inputs as numbers that a reader may change,
 * the rest as formulas over them.
 *
 * @param base of the same summary
 */
export function modelSheet(summary: Summary, base: BaseCase): ModelSheet {
  const units = createUnitSystem(base.units);
  const uncertain = summary.assumptions.filter((assumption) => assumption.uncertain);
  const fixed = summary.assumptions.filter((assumption) => !assumption.uncertain);
  const rowOf = new Map<string, number>();
  const sections = [
    ["Uncertain inputs, at their medians", uncertain],
    ["Numbers held fixed", fixed],
    ["What follows from them", summary.formulas],
  ] as const;
  let next = NOTES.length + 3;
  for (const [, quantities] of sections) {
    if (quantities.length > 0) next++;
    for (const { name } of quantities) rowOf.set(name, next++);
  }
  const place: Place = { rowOf, units, base, outputs: new Set(Object.keys(summary.outputs)) };
  const rows = sections.flatMap(([title, quantities]): Row[] =>
    quantities.length === 0
      ? []
      : [
          [textCell(title, BOLD)],
          ...quantities.map((quantity) =>
            "formula" in quantity ? formulaRow(quantity, place) : inputRow(quantity, place),
          ),
        ],
  );
  return {
    valueOf: (name) => `${NAME}!C${rowOf.get(name)!}`,
    sheet: {
      name: NAME,
      frozen: NOTES.length + 2,
      onePageWide: true,
      widths: [38, 26, 14, 18, 52, 7, 44, 16, 16],
      rows: [
        [textCell(summary.title, { fontWeight: "bold", fontSize: 14 })],
        ...NOTES.map((note) => [textCell(note)]),
        headerRow(
          HEADER,
          rows.filter(({ length }) => length > 1),
        ),
        ...rows,
      ],
    },
  };
}

interface Place {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly units: UnitSystem;
  readonly base: BaseCase;
  readonly outputs: ReadonlySet<string>;
}

function inputRow(assumption: Assumption, { rowOf, units, base }: Place): Row {
  const { name, label, unit, grade, source } = assumption;
  const row = rowOf.get(name)!;
  const value = base.values[name] ?? NaN;
  const { scale } = units.parse(unit);
  return [
    textCell(label, WRAP),
    textCell(name),
    numberCell(value, inputStyle) ?? formulaCell("NA()", NaN),
    textCell(unit, afterNumber),
    textCell(describe(assumption), WRAP),
    textCell(grade ?? ""),
    textCell(source ?? "no source", WRAP),
    numberCell(scale),
    formulaCell(`C${row}*H${row}`, value * scale),
  ];
}

function formulaRow(
  { name, label, unit, formula, source }: Summary["formulas"][number],
  { rowOf, units, base, outputs }: Place,
): Row {
  const row = rowOf.get(name)!;
  const value = base.values[name] ?? NaN;
  const { scale } = units.parse(unit);
  const live = spreadsheetFormula(parseFormula(formula, units), (part) => `I${rowOf.get(part)!}`);
  const held = live === undefined ? " (too long for a spreadsheet: held at its base case)" : "";
  const style: Style = outputs.has(name) ? BOLD : {};
  return [
    textCell(label, { ...style, ...WRAP }),
    textCell(name),
    formulaCell(`I${row}/H${row}`, value, style),
    textCell(unit, afterNumber),
    textCell(`${formula}${held}`, WRAP),
    null,
    textCell(source ?? "", WRAP),
    numberCell(scale),
    live === undefined ? numberCell(value * scale) : formulaCell(live, value * scale),
  ];
}

const WRAP: Style = { wrap: true };

/** The distribution of an input, and what the base case cannot follow. */
function describe({ distribution, cases, dependsOn }: Assumption): string {
  const numbered = cases?.map((name, k) => `${k} ${name}`).join(", ");
  const notes = [
    ...(numbered === undefined ? [] : [`cases: ${numbered}`]),
    ...(dependsOn === undefined
      ? []
      : [`at its median given the medians of ${dependsOn.join(", ")}; does not follow them here`]),
  ];
  return [distribution, ...notes].join("; ");
}
