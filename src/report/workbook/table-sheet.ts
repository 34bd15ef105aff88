import type { Table } from "../tables.js";
import { headerStyle, numberCell, textCell } from "./cells.js";
import type { Sheet } from "./sheet.js";

/** A table of a CSV file as a sheet; what is empty there, most of a wide table, is no cell here. */
export function tableSheet(name: string, { header, rows }: Table): Sheet {
  return {
    name,
    frozen: 1,
    widths: header.map((title) => Math.max(12, Math.min(30, title.length + 3))),
    rows: [
      header.map((title) => textCell(title, headerStyle)),
      ...rows.map((cells) =>
        cells.map((cell) => {
          if (cell === "") return null;
          return typeof cell === "number" ? numberCell(cell) : textCell(cell);
        }),
      ),
    ],
  };
}
