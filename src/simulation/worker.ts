import { parentPort } from "node:worker_threads";
import { compileModel } from "../engine/compile-model.js";
import { createSamplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import { type ChunkEvaluator, chunkEvaluator } from "./chunk-evaluator.js";
import type { FromWorker, ToWorker } from "./messages.js";

const port = parentPort!;
let evaluateChunk: ChunkEvaluator | undefined;
let columns: readonly Float64Array[] = [];
let from = 0;
let id: number | undefined;

port.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "run":
      if (message.id !== id) {
        evaluateChunk = chunkEvaluator(
          compileModel(message.scenario, createSamplers(message.tables)),
          createDesign(message.plan.run),
        );
      }
      id = message.id;
      columns = message.columns.map((buffer) => new Float64Array(buffer));
      from = message.plan.start;
      break;
    case "chunk":
      evaluateChunk!(message.chunk, columns, from);
      port.postMessage({ kind: "done", start: message.chunk.start } satisfies FromWorker);
      break;
    case "stop":
      port.close();
  }
});
