import { livePanel } from "../live/live-panel.js";
import { composeComparison } from "../report/comparison/compose-comparison.js";
import { composeIndex } from "../report/compose-index.js";
import { composeReport, type ReportParts } from "../report/compose-report.js";
import { loadDrawSvg } from "../report/render/draw-svg.js";
import type { ReportFile } from "../report/report-file.js";
import type { ToPartsMaker, ToReporter } from "./report-messages.js";
import { warmUp } from "./warm-up.js";
import { answerQuestions, startThread } from "./thread.js";

const loading = loadDrawSvg().then(warmUp);
const maker = startThread<ToPartsMaker, Uint8Array>(new URL("./parts-worker.js", import.meta.url));
const parts: ReportParts = {
  png: (svg) => maker.ask({ kind: "png", svg }),
  workbook: (summary, provenance) => maker.ask({ kind: "workbook", summary, provenance }),
};

answerQuestions(async (asked: ToReporter): Promise<readonly ReportFile[]> => {
  const draw = await loading;
  switch (asked.kind) {
    case "report": {
      const { scenario, summary, provenance } = asked;
      return composeReport(summary, provenance, draw, livePanel(scenario, summary), parts);
    }
    case "comparison":
      return composeComparison(asked.comparison, asked.sources, asked.command, draw);
    case "index":
      return composeIndex(asked.entries, asked.history, draw);
  }
});
