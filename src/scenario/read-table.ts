import { dsvFormat } from "d3-dsv";

/** One thing wrong with a table of measurements. Lines count from 1. */
export interface DataProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** A row of a table and the line it starts on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Delimited text, cut into cells. */
export interface Table {
  readonly header: Row;
  readonly rows: readonly Row[];
  /** Rows that do not fit the header, and quotes that never close. */
  readonly problems: readonly DataProblem[];
}

/** Characters a header may take. */
const HEADER_MAX = 100_000;
const DELIMITERS = [",", ";", "\t"] as const;

/**
 * Reads delimited text with a header line: commas, semicolons or tabs, whichever the header has most
 * of; cells may be quoted (RFC 4180); a byte-order mark and either line ending are no part of a cell.
 * Lines that hold nothing are passed over, the rows left keep their place.
 *
 * @returns undefined where there is no header
 */
export function readTable(text: string): Table | undefined {
  const plain = text.replace(/^\uFEFF/, "");
  const [header, ...rows] = numberedRows(plain, delimiterOf(plain));
  if (!header) return undefined;
  const width = header.cells.length;
  const problems = rows
    .filter(({ cells }) => cells.length !== width)
    .map(({ line, cells }) => ({
      line,
      message: `the row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, the header ${width}`,
      fix: "Give every row one cell for each column",
    }));
  return { header, rows, problems: [...unclosedQuote(plain, [header, ...rows]), ...problems] };
}

function delimiterOf(text: string): string {
  const outside = text.slice(0, HEADER_MAX).replace(/"[^"]*("|$)/g, "x");
  const first = /\S.*/.exec(outside)?.[0] ?? "";
  const counted = DELIMITERS.map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** The rows that hold anything. A quoted cell may run over several lines. */
function numberedRows(text: string, delimiter: string): readonly Row[] {
  let next = 1;
  return dsvFormat(delimiter)
    .parseRows(text)
    .map((cells): Row => {
      const line = next;
      next += cells.join(delimiter).split(/\r\n|\r|\n/).length;
      return { line, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** A quote that is opened and never closed swallows the rest of the file into one cell. */
function unclosedQuote(text: string, rows: readonly Row[]): readonly DataProblem[] {
  const last = rows.at(-1)!;
  const runsOn = /[\r\n]/.test(last.cells.at(-1)!);
  if (!runsOn || /"(\r\n|\r|\n)?$/.test(text)) return [];
  const message = "a quote opens in this row and never closes";
  return [{ line: last.line, message, fix: 'Close it, or write "" for a quote inside a cell' }];
}
