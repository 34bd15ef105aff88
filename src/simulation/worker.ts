import { parentPort } from "node:worker_threads";
import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import { createDesign } from "../sampling/create-design.js";
import type { Design } from "../sampling/design.js";
import { evaluateChunk } from "./evaluate-chunk.js";
import type { FromWorker, ToWorker } from "./messages.js";

const port = parentPort!;
let model: CompiledModel | undefined;
let design: Design | undefined;
let columns: readonly Float64Array[] = [];
let from = 0;

port.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "run":
      model = compileModel(message.scenario);
      design = createDesign(message.plan.run);
      columns = message.columns.map((buffer) => new Float64Array(buffer));
      from = message.plan.start;
      break;
    case "chunk":
      evaluateChunk(model!, design!, message.chunk, columns, from);
      port.postMessage({ kind: "done" } satisfies FromWorker);
      break;
    case "stop":
      port.close();
  }
});
