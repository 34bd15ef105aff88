import { Worker } from "node:worker_threads";
import type { ReportFile } from "../report/report-file.js";
import type { FromReporter, ToReporter } from "./report-messages.js";

/** Composes reports on a thread of its own, which loads what draws charts while a run goes on. */
export interface Reporter {
  /** The files in memory; one question at a time. */
  readonly compose: (asked: ToReporter) => Promise<readonly ReportFile[]>;
  readonly close: () => Promise<void>;
}

/** Starts the thread. */
export function createReporter(): Reporter {
  const worker = new Worker(new URL("./report-worker.js", import.meta.url));
  let died: unknown;
  // A death is told to whoever asks next; without this listener it would end the process.
  worker.on("error", (error) => (died = error));
  return {
    compose: (asked) =>
      new Promise((resolve, reject) => {
        if (died !== undefined) return reject(asError(died));
        const settle = (message: FromReporter): void => {
          worker.off("message", settle).off("error", reject);
          if ("files" in message) resolve(message.files);
          else reject(asError(message.failure));
        };
        worker.on("message", settle).on("error", reject);
        worker.postMessage(asked);
      }),
    close: async () => void (await worker.terminate()),
  };
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
