import { readFileSync } from "node:fs";
import { simulate } from "../../src/pipeline.js";
import { composeReport } from "../../src/report/compose-report.js";
import type { Provenance } from "../../src/report/provenance.js";
import type { DrawSvg } from "../../src/report/render/draw-svg.js";
import type { ReportFile } from "../../src/report/report-file.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";
import { pageAmong } from "./page-of.js";

/** A report, with the summary it says. */
export interface Report {
  readonly summary: Summary;
  readonly files: readonly ReportFile[];
  readonly html: string;
}

/** The report that a bundled scenario gives with few draws. */
export async function bundledReport(
  file: string,
  draw: DrawSvg,
  asked: Partial<Provenance> = {},
): Promise<Report> {
  const text = readFileSync(file, "utf8");
  const { run, ...scenario } = parseScenario(file, text);
  const summary = await simulate({ ...scenario, run: { ...run, draws: 8192 } }, inlineEvaluator);
  const sha256 = "ab".repeat(32);
  const provenance = { version: "0.0.0", file, text, overrides: [], sha256, ...asked };
  const files = await composeReport(summary, provenance, draw);
  return { summary, files, html: pageAmong(files) };
}
