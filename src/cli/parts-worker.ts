import { toPng } from "../report/render/to-png.js";
import { workbook } from "../report/workbook/workbook.js";
import type { ToPartsMaker } from "./report-messages.js";
import { answerQuestions } from "./thread.js";

// Loaded while a run goes on.
const loading = Promise.all([import("@resvg/resvg-js"), import("write-excel-file/node")]);

answerQuestions(async (asked: ToPartsMaker): Promise<Uint8Array> => {
  await loading;
  switch (asked.kind) {
    case "png":
      return toPng(asked.svg);
    case "workbook":
      return workbook(asked.summary, asked.provenance);
  }
});
