// The package: everything the command does, as functions. Nothing here reads or writes files.
export { simulate } from "./pipeline.js";
export { type ColumnFit, fitColumn } from "./fit/fit-column.js";
export { InvalidData } from "./fit/invalid-data.js";
export { readSample } from "./fit/read-sample.js";
export { composeIndex } from "./report/compose-index.js";
export { composeReport } from "./report/compose-report.js";
export type { Provenance } from "./report/provenance.js";
export type { ReportFile } from "./report/report-file.js";
export type { DataText, ReadData } from "./scenario/data-file.js";
export { parseScenario } from "./scenario/parse-scenario.js";
export { InvalidScenario, type Problem } from "./scenario/problem.js";
export type { Scenario } from "./scenario/scenario.js";
export { scenarioJsonSchema } from "./scenario/schema.js";
export type { Evaluate, Progress } from "./simulation/evaluate.js";
export { evaluateInline } from "./simulation/inline.js";
export { createPool, type Pool, WorkerDied } from "./simulation/pool.js";
export type { Summary } from "./summary/summary.js";
