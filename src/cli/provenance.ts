import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { RunMark } from "../report/index/run-line.js";
import type { Provenance } from "../report/provenance.js";
import type { ReportFile } from "../report/report-file.js";
import type { Theme } from "../report/style.js";
import type { Summary } from "../summary/summary.js";
import type { LoadedScenario } from "./load-scenarios.js";

/** What the command line asks of a run beside its scenario's file; options as they were given. */
export interface Asked {
  readonly overrides?: readonly string[];
  readonly given?: readonly string[];
  readonly since?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly interactiveCharts?: boolean;
}

/** What a reader needs to repeat a run; the same for every run of the same scenario and version. */
export function provenanceOf(
  { file, text }: LoadedScenario,
  { overrides = [], given = [], since, theme, interactiveCharts = false }: Asked,
): Provenance {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const earlier = since === undefined ? {} : { since };
  const look = {
    ...(theme === undefined ? {} : { theme }),
    ...(interactiveCharts ? ({ interactiveCharts } as const) : {}),
  };
  const conditions = given.length === 0 ? {} : { given };
  return {
    version,
    file,
    text,
    overrides,
    ...conditions,
    ...earlier,
    sha256: sha256(text),
    ...look,
  };
}

/** When a run ended and what it was made from. */
export function runMark(provenance: Provenance, { data }: LoadedScenario): RunMark {
  const { version, sha256: hash, overrides } = provenance;
  // A build that must give the same bytes again names its moment (reproducible-builds.org).
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  const finished = (epoch ? new Date(Number(epoch) * 1000) : new Date()).toISOString();
  return { version, sha256: hash, overrides, finished, data: Object.fromEntries(data) };
}

/** `run.json`: how, where and how long, beside what; the one file that differs from run to run. */
export function runRecord(
  provenance: Provenance,
  summary: Summary,
  files: readonly ReportFile[],
  {
    seconds,
    workers,
    mark,
  }: {
    readonly seconds: number;
    readonly workers: number;
    readonly mark: RunMark;
  },
): ReportFile {
  const record = {
    format: "breakeven/run/1",
    scenario: summary.scenario,
    file: provenance.file,
    sha256: provenance.sha256,
    text: provenance.text,
    data: mark.data,
    overrides: mark.overrides,
    given: provenance.given ?? [],
    command: process.argv.slice(2),
    run: summary.run,
    generator: "Threefry-4x32, 13 rounds, keyed by SHA-256 of seed and input name",
    version: provenance.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    workers,
    finished: mark.finished,
    seconds: Number(seconds.toFixed(3)),
    files: Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)])),
  };
  return { path: "run.json", content: `${JSON.stringify(record, null, 2)}\n` };
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
