import type { Table } from "../tables.js";
import { headerRow, numberCell, textCell } from "./cells.js";
import type { Sheet } from "./sheet.js";

const WIDTH = { min: 12, max: 40 } as const;

/** A table of a CSV file as a sheet; what is empty there, most of a wide table, is no cell here. */
export function tableSheet(name: string, { header, rows }: Table): Sheet {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === "") return null;
      return typeof cell === "number" ? numberCell(cell) : textCell(cell);
    }),
  );
  const widths = header.map((title, k) => {
    const texts = [title, ...rows.map((row) => row[k])].filter((cell) => typeof cell === "string");
    const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
    return Math.max(WIDTH.min, Math.min(WIDTH.max, longest + 3));
  });
  return { name, frozen: 1, widths, rows: [headerRow(header, cells), ...cells] };
}
