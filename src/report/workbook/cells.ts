import type { CellObject } from "write-excel-file/node";
import { showInvisible } from "../escape.js";

/** A cell, and of a formula the value that viewers show which do not calculate. */
export interface Cell extends CellObject {
  readonly cached?: number;
}

/** Cells from the left; null is an empty one. */
export type Row = readonly (Cell | null)[];

/** Looks that a cell may have. */
export type Style = Omit<CellObject, "value" | "type">;

/** The most characters that a cell holds. Source: Microsoft, Excel specifications and limits. */
const CHARACTERS_MAX = 32_767;

/** By custom, what a reader may change is blue. */
export const inputStyle: Style = { textColor: "#0000ff", backgroundColor: "#eef4fb" };

/** Of a text to the right of a number, which would touch it. */
export const afterNumber = { align: "left", indent: 1 } as const satisfies Style;

/** The first row of a table: titles stand to that side of their columns where the cells of `rows` do. */
export function headerRow(titles: readonly string[], rows: readonly Row[]): Row {
  return titles.map((title, k) => {
    const below = rows.find((row) => row[k])?.[k];
    const isNumber = below?.type === Number || below?.type === "Formula";
    const side = isNumber ? ({ align: "right" } as const) : below?.indent ? afterNumber : {};
    return textCell(title, { ...HEADER, ...side });
  });
}

const HEADER: Style = {
  fontWeight: "bold",
  bottomBorderStyle: "thin",
  bottomBorderColor: "#5b6675",
  alignVertical: "top",
  wrap: true,
};

/**
 * Text that stays text: never read as a formula, not even when a reader edits the cell, and with its
 * invisible characters shown.
 */
export function textCell(text: string, style: Style = {}): Cell {
  // In a workbook _x0041_ stands for a character; the underscore of such text is written so itself.
  const shown = showInvisible(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const value = shown.length > CHARACTERS_MAX ? `${shown.slice(0, CHARACTERS_MAX - 1)}…` : shown;
  const startsFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(value);
  return { alignVertical: "top", ...style, value, type: String, ...(startsFormula ? AS_TEXT : {}) };
}

const AS_TEXT = { format: "@" } as const;

/** A number in a format that suits its size; an empty cell where it is not finite. */
export function numberCell(value: number | null, style: Style = {}): Cell | null {
  if (value === null || !Number.isFinite(value)) return null;
  return { alignVertical: "top", format: formatOf(value), ...style, value, type: Number };
}

/**
 * @param formula without its equals sign
 * @param cached what it comes to; not finite where that is an error
 */
export function formulaCell(formula: string, cached: number, style: Style = {}): Cell {
  const format = formatOf(cached);
  return { alignVertical: "top", format, ...style, value: formula, type: "Formula", cached };
}

function formatOf(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return "#,##0";
  if (size >= 1e15 || size < 1e-4 || Number.isNaN(size)) return "0.000E+00";
  if (size >= 1000) return "#,##0";
  return size >= 1 ? "#,##0.00" : "0.0000";
}
