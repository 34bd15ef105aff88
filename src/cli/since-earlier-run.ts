import { sinceEarlier } from "../summary/since-earlier.js";
import type { Since } from "../summary/since.js";
import type { Summary } from "../summary/summary.js";
import type { ReportFile } from "../report/report-file.js";
import { earlierName } from "../report/since/earlier-name.js";
import { reproduceCommand } from "../report/sections/method.js";
import { compareWithEarlier } from "./compare-with-earlier.js";
import type { ComparedEarlier } from "./find-earlier.js";
import type { LoadedScenario } from "./load-scenarios.js";
import { type Asked, provenanceOf } from "./provenance.js";
import type { Reporter } from "./reporter.js";

/** Folder of the comparison with an earlier run, within that of the report. */
const FOLDER = "since";

/** What a run says of an earlier one, and the files of their comparison. */
export interface SinceFound {
  readonly since: Since;
  readonly files: readonly ReportFile[];
}

/**
 * Holds a finished run against an earlier one, and compares the two scenarios where reports are
 * written and the earlier one can be read again.
 */
export async function sinceEarlierRun(
  entry: LoadedScenario,
  summary: Summary,
  earlier: ComparedEarlier,
  { asked, reporter }: { readonly asked: Asked; readonly reporter: Reporter | undefined },
): Promise<SinceFound> {
  const since = sinceEarlier(summary, earlier.summary, earlier);
  if (!reporter) return { since, files: [] };
  const compared = compareWithEarlier(entry, earlier.record, asked.overrides ?? []);
  if ("leftOut" in compared) return { since: { ...since, page: compared }, files: [] };
  const now = provenanceOf(entry, asked);
  const { file, text, sha256 } = earlier.record!;
  const before = { ...now, file: `${file} (${earlierName(since, summary)})`, text, sha256 };
  const files = await reporter.compose({
    kind: "comparison",
    comparison: compared.comparison,
    sources: [before, now],
    command: reproduceCommand(summary.run, now),
  });
  return {
    since: { ...since, page: { path: `${FOLDER}/comparison.html` } },
    files: files.map(({ path, content }) => ({ path: `${FOLDER}/${path}`, content })),
  };
}
