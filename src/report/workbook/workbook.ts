import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import type { Summary } from "../../summary/summary.js";
import { fixedZip } from "../fixed-zip.js";
import { horizonTable } from "../horizon-csv.js";
import type { Provenance } from "../provenance.js";
import { sensitivityTable } from "../sensitivity-csv.js";
import { percentilesTable } from "../tables.js";
import { assumptionsSheet } from "./assumptions-sheet.js";
import { modelSheet } from "./model-sheet.js";
import { withHeights } from "./row-heights.js";
import type { Sheet } from "./sheet.js";
import { summarySheet } from "./summary-sheet.js";
import { tableSheet } from "./table-sheet.js";

/**
 * `workbook.xlsx`: the summary, the assumptions, percentiles, sensitivity, and the model as formulas
 * that go on calculating. Summaries of old, which hold no base case, have no model.
 */
export async function workbook(summary: Summary, provenance: Provenance): Promise<Uint8Array> {
  const model = summary.base && modelSheet(summary, summary.base);
  const sensitivity = sensitivityTable(summary);
  const years = horizonTable(summary);
  const sheets = [
    summarySheet(summary, provenance, model),
    assumptionsSheet(summary),
    tableSheet("Percentiles", percentilesTable(summary)),
    ...(sensitivity.rows.length > 0 ? [tableSheet("Sensitivity", sensitivity)] : []),
    ...(years ? [tableSheet("Over time", years)] : []),
    ...(model ? [model.sheet] : []),
  ];
  return writeSheets(sheets);
}

async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const written = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: withHeights(sheet).map((row) => [...row]),
      columns: sheet.widths.map((width) => ({ width })),
      orientation: "landscape" as const,
      ...(sheet.frozen === undefined ? {} : { stickyRowsCount: sheet.frozen }),
    })),
    { fontFamily: "Calibri", fontSize: 11, features: [calculated(sheets), printed(sheets)] },
  );
  return fixedZip(await written.toBuffer());
}

/** Writes what formulas come to beside them, and asks for them to be worked out anew when opened. */
function calculated(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transformElementAttributes: (tag, attributes) =>
            tag === "calcPr" ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
        },
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => withValues(xml, sheets[sheetIndex]!),
        },
      },
    },
  };
}

const AS_WIDE_AS_A_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** Prints what people read on pages as wide as the sheet; the tables of the CSV files stay as large as they are. */
function printed(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          // Excel wants it to come first, and mends the file where it does not.
          transform: (xml, _, { sheetIndex }) =>
            sheets[sheetIndex]!.onePageWide
              ? xml.replace(/<worksheet [^>]*>/, `$&${AS_WIDE_AS_A_PAGE}`)
              : xml,
          transformElementAttributes: (tag, attributes) =>
            tag === "pageSetup" ? { ...attributes, fitToHeight: 0 } : attributes,
        },
      },
    },
  };
}

/** Formulas stand in reading order, so the n-th one in the file is the n-th of the sheet. */
function withValues(xml: string, { rows }: Sheet): string {
  const values = rows.flat().flatMap((cell) => cell?.cached ?? []);
  let next = 0;
  return xml.replace(/<c ([^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (_, attributes: string, f: string) => {
    const value = values[next++]!;
    return Number.isFinite(value)
      ? `<c ${attributes}>${f}<v>${value}</v></c>`
      : `<c ${attributes} t="e">${f}<v>#NUM!</v></c>`;
  });
}
