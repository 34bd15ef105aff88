import type { ReportFile } from "../report/report-file.js";
import type { ToReporter } from "./report-messages.js";
import { startThread } from "./thread.js";

/** Composes reports on a thread of its own, which loads what draws charts while a run goes on. */
export interface Reporter {
  /** The files in memory. */
  readonly compose: (asked: ToReporter) => Promise<readonly ReportFile[]>;
  readonly close: () => Promise<void>;
}

/** Starts the thread. */
export function createReporter(): Reporter {
  const { ask, close } = startThread<ToReporter, readonly ReportFile[]>(
    new URL("./report-worker.js", import.meta.url),
  );
  return { compose: ask, close };
}
