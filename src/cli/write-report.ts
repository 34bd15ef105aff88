import { join } from "node:path";
import { runLine } from "../report/index/run-line.js";
import { type SampleFormat, sampleFile } from "../report/samples.js";
import { sampleTable } from "../simulation/sample-table.js";
import type { ReportFile } from "../report/report-file.js";
import type { Summary } from "../summary/summary.js";
import { appendHistory } from "./append-history.js";
import { type Extras, extraFiles } from "./extra-files.js";
import type { LoadedScenario } from "./load-scenarios.js";
import { type Asked, provenanceOf, runMark, runRecord } from "./provenance.js";
import type { Reporter } from "./reporter.js";
import type { Terminal } from "./terminal.js";
import { writeFolder } from "./write-folder.js";
import { HISTORY } from "./write-index.js";

/** Where a report goes and what it is to hold beside the summary. */
export interface ReportPlan {
  /** Folder of all reports. */
  readonly out: string;
  readonly samples: SampleFormat | undefined;
  readonly extras: Extras;
  readonly asked: Asked;
  /** Files that are there already: the comparison with an earlier run. */
  readonly beside: readonly ReportFile[];
  /** When the run began, by `performance.now()`. */
  readonly started: number;
  /** Worker threads it ran on. */
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

/** Composes the report of a finished run, writes its folder whole and adds the run to the history. */
export async function writeReport(
  entry: LoadedScenario,
  summary: Summary,
  reporter: Reporter,
  plan: ReportPlan,
): Promise<void> {
  const { scenario } = entry;
  const { out, samples, asked, beside, started, workers, signal } = plan;
  const provenance = provenanceOf(entry, asked);
  const usual = await reporter.compose({ kind: "report", scenario, summary, provenance });
  const files = [
    ...usual,
    ...beside,
    ...(await extraFiles({ summary, provenance, files: usual }, plan.extras, plan)),
    ...(samples ? [await sampleFile(sampleTable(scenario, summary.run.draws), samples)] : []),
  ];
  const seconds = (performance.now() - started) / 1000;
  const mark = runMark(provenance, entry);
  const record = runRecord(provenance, summary, files, { seconds, workers, mark });
  await writeFolder(join(out, scenario.name), [...files, record], signal);
  await appendHistory(join(out, HISTORY), runLine(summary, mark));
}
