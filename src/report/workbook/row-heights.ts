import type { Cell, Row } from "./cells.js";
import type { Sheet } from "./sheet.js";

/** Points from one line of 11-point text to the next. */
const LINE = 15;
/** Source: Microsoft, Excel specifications and limits. */
const HEIGHT_MAX = 409;
/** A column is as wide as so many digits; letters are a little narrower. */
const LETTERS_PER_DIGIT = 1.1;

/**
 * Rows of a sheet, each as high as its wrapped texts need. Not every program measures rows when it
 * opens a file; LibreOffice would print one text over the other.
 */
export function withHeights({ rows, widths }: Sheet): readonly Row[] {
  return rows.map((row) => {
    const lines = Math.max(1, ...row.map((cell, k) => (cell ? linesOf(cell, k, widths) : 1)));
    const tallest = Math.max(...row.map((cell) => cell?.fontSize ?? 0));
    const height = Math.min(HEIGHT_MAX, Math.max(LINE * lines, Math.ceil(1.4 * tallest)));
    return height > LINE ? row.map((cell) => cell && { ...cell, height }) : row;
  });
}

/** Lines of a cell's text, broken at spaces. */
function linesOf({ value, wrap, columnSpan = 1 }: Cell, column: number, widths: readonly number[]) {
  if (!wrap || typeof value !== "string") return 1;
  const digits = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const width = Math.floor(LETTERS_PER_DIGIT * digits);
  let lines = 1;
  let left = width;
  for (const { length } of value.split(" ")) {
    if (length > left && left < width) {
      lines++;
      left = width;
    }
    left -= length;
    // A word longer than the column is broken.
    for (; left < 0; left += width) lines++;
    left -= 1;
  }
  return lines;
}
