import { parentPort } from "node:worker_threads";
import { compileModel } from "../engine/compile-model.js";
import { createSamplers } from "../engine/samplers.js";
import { createDesign } from "../sampling/create-design.js";
import { chunkEvaluators } from "./chunk-evaluator.js";
import { CLAIMED, type FromWorker, NEXT, type ToWorker } from "./messages.js";
import { chunkTallier } from "./chunk-tallier.js";

const port = parentPort!;
let evaluatorOf: ReturnType<typeof chunkEvaluators> | undefined;
let model: number | undefined;
const tell = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
  if (message.kind === "stop") return port.close();
  const { scenario, plan, tables, asked, claims, lane } = message;
  if (!evaluatorOf || message.model !== model) {
    evaluatorOf = chunkEvaluators(compileModel(scenario, createSamplers(tables)));
  }
  model = message.model;
  const evaluateChunk = evaluatorOf(createDesign(plan.run));
  const columns = message.columns.map((buffer) => new Float64Array(buffer));
  const tallier = asked && chunkTallier(plan, asked, evaluateChunk, columns);
  for (;;) {
    const place = Atomics.add(claims, NEXT, 1);
    const chunk = plan.chunks[place];
    if (!chunk) break;
    Atomics.store(claims, CLAIMED + lane, place);
    const portions = tallier?.add(chunk);
    if (!portions) evaluateChunk(chunk, columns, plan.start);
    tell({ kind: "drawn", draws: chunk.length, place, ...(portions ? { portions } : {}) });
  }
  tell({ kind: "finished", ...(tallier ? { counts: tallier.counts() } : {}) });
});
