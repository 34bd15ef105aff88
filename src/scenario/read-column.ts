import { nearestName } from "../formula/nearest-name.js";
import { aValue } from "./explain-issue.js";
import { type DataProblem, readTable, type Row, type Table } from "./read-table.js";

const PROBLEMS_MAX = 20;
const LINES_SHOWN = 5;
const COLUMNS_SHOWN = 20;
/** Squares of larger numbers overflow, squares of smaller ones vanish. */
const SIZE_MAX = 1e150;
const NUMBER = /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$/;
const MISSING = /^(|nan|na|n\/a|null|none|-|#n\/a)$/i;

/** The numbers of a column in the order of the file, or everything that is wrong with it. */
export type ColumnReading =
  { readonly values: readonly number[] } | { readonly problems: readonly DataProblem[] };

/**
 * Reads one column of numbers from delimited text. A cell without a number is a problem, never passed
 * over: a measurement that is missing is seldom missing by chance.
 *
 * @param column as the header has it
 */
export function readColumn(text: string, column: string): ColumnReading {
  const table = readTable(text);
  if (!table) {
    const fix = "Give a table with a header line";
    return { problems: [{ line: 1, message: "the file is empty", fix }] };
  }
  const place = placeOf(table, column);
  if (typeof place !== "number") return { problems: [place] };
  const cells = table.rows
    .filter((row) => row.cells.length > place)
    .map((row) => ({ line: row.line, text: row.cells[place]!.trim() }));
  const faults = [...table.problems, ...missing(cells, column), ...cells.flatMap(faultOf)];
  if (faults.length > 0) return { problems: shorten(faults) };
  return { values: cells.map((cell) => Number(cell.text)) };
}

interface Cell {
  readonly line: number;
  readonly text: string;
}

function placeOf({ header }: Table, column: string): number | DataProblem {
  const names = header.cells.map((name) => name.trim());
  const place = names.indexOf(column.trim());
  if (place < 0) {
    const message = `there is no column ${aValue(column)}`;
    return { line: header.line, message, fix: columnMend(column, header) };
  }
  if (names.lastIndexOf(column.trim()) === place) return place;
  const message = `two columns are named ${aValue(column)}`;
  return { line: header.line, message, fix: "Rename one of them" };
}

function columnMend(column: string, { cells }: Row): string {
  const names = cells.map((name) => name.trim()).filter((name) => name !== "");
  const near = nearestName(column.trim(), names);
  if (near !== undefined) return `Did you mean ${aValue(near)}?`;
  const more = names.length > COLUMNS_SHOWN ? `, and ${names.length - COLUMNS_SHOWN} more` : "";
  return `There are ${names.slice(0, COLUMNS_SHOWN).map(aValue).join(", ")}${more}`;
}

/** One problem for all cells that say there is no number. */
function missing(cells: readonly Cell[], column: string): readonly DataProblem[] {
  const without = cells.filter(({ text }) => MISSING.test(text));
  const [first] = without;
  if (!first) return [];
  const lines = without.slice(0, LINES_SHOWN).map(({ line }) => line);
  const rest = without.length - lines.length;
  const where = `line${without.length > 1 ? "s" : ""} ${lines.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const message = `${without.length} of ${cells.length} cells of ${aValue(column)} are blank or NaN (${where})`;
  const fix =
    "Values that are missing are not left out in silence: fill in what was measured, or remove the rows";
  return [{ line: first.line, message, fix }];
}

function faultOf({ line, text }: Cell): readonly DataProblem[] {
  if (MISSING.test(text)) return [];
  if (!NUMBER.test(text)) {
    return [{ line, message: `${aValue(text)} is not a number`, fix: numberMend(text) }];
  }
  const size = Math.abs(Number(text));
  if (size === 0 || (size > 1 / SIZE_MAX && size < SIZE_MAX)) return [];
  const message = `${aValue(text)} is too ${size < 1 ? "small" : "large"}`;
  return [{ line, message, fix: "Use another unit" }];
}

function numberMend(text: string): string {
  if (/^[=+@-]*[A-Za-z]+\(|^=/.test(text)) return "Formulas are not evaluated; write its value";
  if (/^[-+]?inf/i.test(text)) return "Measurements are finite; mend it or remove the row";
  if (/^[-+0-9.,'\s]+$/.test(text)) {
    return "Write 1234.5: a point for decimals, and nothing between thousands";
  }
  return "Write the number alone, without a unit";
}

function shorten(problems: readonly DataProblem[]): readonly DataProblem[] {
  const sorted = [...problems].sort((one, other) => one.line - other.line);
  const next = sorted[PROBLEMS_MAX];
  if (!next) return sorted;
  const message = `${sorted.length - PROBLEMS_MAX} more problems from here on`;
  const fix = "Check that this is the column meant";
  return [...sorted.slice(0, PROBLEMS_MAX), { line: next.line, message, fix }];
}
