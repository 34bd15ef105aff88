import type { SampleColumn } from "../simulation/sample-table.js";
import type { ReportFile } from "./report-file.js";

/** Ways to write every draw. */
export type SampleFormat = "csv" | "parquet";

/** `samples.csv` or `samples.parquet`: one row a draw, numbered from 0. */
export async function sampleFile(
  columns: readonly SampleColumn[],
  format: SampleFormat,
): Promise<ReportFile> {
  switch (format) {
    case "csv":
      return { path: "samples.csv", content: samplesCsv(columns) };
    case "parquet": {
      const { parquetWriteBuffer } = await import("hyparquet-writer");
      const draws = Int32Array.from(columns[0]!.values.keys());
      const columnData = [
        { name: "draw", data: draws, type: "INT32" as const },
        ...columns.map(({ name, values }) => ({ name, data: values, type: "DOUBLE" as const })),
      ];
      return {
        path: "samples.parquet",
        content: new Uint8Array(parquetWriteBuffer({ columnData })),
      };
    }
  }
}

/** Names are identifiers and values are numbers, so nothing needs quotes; not a number is empty. */
function samplesCsv(columns: readonly SampleColumn[]): Uint8Array {
  const lines = [["draw", ...columns.map(({ name }) => name)].join(",")];
  const draws = columns[0]!.values.length;
  for (let draw = 0; draw < draws; draw++) {
    const cells = columns.map(({ values }) => (Number.isNaN(values[draw]) ? "" : values[draw]!));
    lines.push([draw, ...cells].join(","));
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
