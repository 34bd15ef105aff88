import { composeReport } from "../../src/report/compose-report.js";
import type { ReportFile } from "../../src/report/report-file.js";

/** The page of a report, composed as `composeReport` is asked to. */
export async function pageOf(...given: Parameters<typeof composeReport>): Promise<string> {
  return pageAmong(await composeReport(...given));
}

/** The page among the files of a report. */
export function pageAmong(files: readonly ReportFile[]): string {
  return String(files.find(({ path }) => path === "report.html")!.content);
}
