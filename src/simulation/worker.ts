import { parentPort } from "node:worker_threads";
import { compileModel } from "../engine/compile-model.js";
import { createSamplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import { type ChunkEvaluator, chunkEvaluators } from "./chunk-evaluator.js";
import { CLAIMED, type FromWorker, NEXT, type ToWorker } from "./messages.js";

const port = parentPort!;
const tell = (message: FromWorker): void => port.postMessage(message);
let evaluateChunk: ChunkEvaluator | undefined;
let id: number | undefined;

port.on("message", (message: ToWorker) => {
  if (message.kind === "stop") return port.close();
  const { scenario, plan, tables, claims, lane } = message;
  if (message.id !== id) {
    const model = compileModel(scenario, createSamplers(tables));
    evaluateChunk = chunkEvaluators(model)(createDesign(plan.run));
  }
  id = message.id;
  const columns = message.columns.map((buffer) => new Float64Array(buffer));
  for (;;) {
    const place = Atomics.add(claims, NEXT, 1);
    const chunk = plan.chunks[place];
    if (!chunk) break;
    Atomics.store(claims, CLAIMED + lane, place);
    evaluateChunk!(chunk, columns, plan.start);
    tell({ kind: "drawn", draws: chunk.length });
  }
  tell({ kind: "finished" });
});
