import { dsvFormat } from "d3-dsv";
import { distance } from "fastest-levenshtein";

/** Fewer values say too little about the shape of a distribution. */
const VALUES_MIN = 20;
const PROBLEMS_MAX = 20;
/** Squares of larger numbers overflow. */
const SIZE_MAX = 1e150;
const NUMBER = /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$/;

/** One thing wrong with a table of measurements. Lines count from 1. */
export interface ColumnProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** The numbers of a column in the order of the file, or everything that is wrong with it. */
export type ColumnReading =
  { readonly values: readonly number[] } | { readonly problems: readonly ColumnProblem[] };

/** A cell and the line its row starts on. */
interface Cell {
  readonly line: number;
  readonly text: string | undefined;
}

/**
 * Reads one column of numbers from delimited text: commas, semicolons or tabs, whichever the first
 * line has most of; a header line; cells may be quoted (RFC 4180). Wholly empty lines are passed over;
 * an empty cell is a problem, since a measurement that is missing seldom is so by chance.
 */
export function readColumn(text: string, column: string): ColumnReading {
  const rows = numberedRows(text.replace(/^\uFEFF/, ""));
  const header = rows[0];
  if (!header) return refuse(1, "the file is empty", "Give a table with a header line");
  const names = header.cells.map((name) => name.trim());
  const place = names.indexOf(column.trim());
  if (place < 0) {
    const message = `there is no column ${JSON.stringify(column)}`;
    return refuse(header.line, message, columnMend(column, names));
  }
  if (names.lastIndexOf(column.trim()) !== place) {
    const message = `two columns are named ${JSON.stringify(column)}`;
    return refuse(header.line, message, "Rename one");
  }
  return readCells(rows.slice(1).map(({ line, cells }) => ({ line, text: cells[place] })));
}

function refuse(line: number, message: string, fix: string): ColumnReading {
  return { problems: [{ line, message, fix }] };
}

/** The rows that hold anything, each with the line it starts on. */
function numberedRows(text: string): { line: number; cells: readonly string[] }[] {
  const first = /^[^\r\n]*/.exec(text)![0];
  const [delimiter] = [",", ";", "\t"].sort(
    (a, b) => first.split(b).length - first.split(a).length,
  );
  let line = 1;
  return dsvFormat(delimiter!)
    .parseRows(text)
    .map((cells) => {
      const start = line;
      line += 1 + cells.join("").split(/\r\n|\r|\n/).length - 1;
      return { line: start, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** The column that was meant, where one is near: a third of the name may differ. */
function columnMend(column: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, edits: distance(column.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near !== undefined && near.edits <= Math.max(1, column.length / 3)
    ? `Did you mean ${near.name}?`
    : `Columns: ${names.slice(0, 20).join(", ")}`;
}

function readCells(cells: readonly Cell[]): ColumnReading {
  const problems = cells.flatMap(problemOf);
  if (problems.length > PROBLEMS_MAX) {
    const { line } = problems[PROBLEMS_MAX]!;
    const message = `${problems.length - PROBLEMS_MAX} more cells from here on are no numbers`;
    const fix = "Check that this is the column meant";
    return { problems: [...problems.slice(0, PROBLEMS_MAX), { line, message, fix }] };
  }
  if (problems.length > 0) return { problems };
  const values = cells.map(({ text }) => Number(text!.trim()));
  const last = cells.at(-1)?.line ?? 1;
  if (values.length < VALUES_MIN) {
    const message = `the column holds ${values.length} values; a fit needs ${VALUES_MIN} at least`;
    return refuse(last, message, "Measure more, or state a range such as p5 and p95");
  }
  if (values.every((value) => value === values[0])) {
    const message = `all ${values.length} values are ${values[0]}`;
    return refuse(last, message, "Use constant for a fixed value");
  }
  return { values };
}

function problemOf({ line, text = "" }: Cell): ColumnProblem[] {
  const cell = text.trim();
  if (cell === "") {
    const fix = "Remove the row, or fill in what was measured";
    return [{ line, message: "the cell is empty", fix }];
  }
  const shown = JSON.stringify(cell.length > 40 ? `${cell.slice(0, 39)}…` : cell);
  if (!NUMBER.test(cell)) {
    const fix = cell.includes(",")
      ? "Write 1234.5, with a point for decimals and no separator of thousands"
      : "Write a number without its unit";
    return [{ line, message: `${shown} is not a number`, fix }];
  }
  if (Math.abs(Number(cell)) < SIZE_MAX) return [];
  return [{ line, message: `${shown} is too large`, fix: "Use a larger unit" }];
}
