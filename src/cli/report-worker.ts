import { parentPort } from "node:worker_threads";
import { livePanel } from "../live/live-panel.js";
import { composeIndex } from "../report/compose-index.js";
import { composeReport } from "../report/compose-report.js";
import { loadDrawSvg } from "../report/render/draw-svg.js";
import type { ReportFile } from "../report/report-file.js";
import type { FromReporter, ToReporter } from "./report-messages.js";

const loading = loadDrawSvg();

parentPort!.on("message", (asked: ToReporter) => {
  const answer = (message: FromReporter): void => parentPort!.postMessage(message);
  compose(asked).then(
    (files) => answer({ files }),
    (failure: unknown) => answer({ failure }),
  );
});

async function compose(asked: ToReporter): Promise<readonly ReportFile[]> {
  const draw = await loading;
  switch (asked.kind) {
    case "report": {
      const { scenario, summary, provenance } = asked;
      return composeReport(summary, provenance, draw, livePanel(scenario, summary));
    }
    case "index":
      return composeIndex(asked.entries, asked.history, draw);
  }
}
