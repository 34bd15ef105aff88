// npm run bench: ourselves and our peers at the same work, to the same accuracy, runs of a billion draws,
// the stages of a run, and whole commands.
// Prints tables, writes docs/benchmarks.md and adds a line of JSON to bench/history.jsonl.
import { execFileSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { accuracy } from "./accuracy.mjs";
import { commands } from "./commands.mjs";
import { contestants } from "./contestants.mjs";
import { document, table } from "./document.mjs";
import { interleaved } from "./interleaved.mjs";
import { longRuns } from "./long-runs.mjs";
import { stages } from "./stages.mjs";
import { threads } from "./threads.mjs";

const DRAWS = 1_000_000;
const ROUNDS = 5;

const { found, missing } = contestants(DRAWS);
const peers = interleaved(found, ROUNDS);
const needs = await accuracy();
const pairs = threads(ROUNDS);
const long = longRuns();
const steps = await stages();
const whole = interleaved(commands, ROUNDS);
const machine = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  load: Number(loadavg()[0].toFixed(1)),
  node: process.version,
};

const round = (value, digits) => Number(value.toPrecision(digits));
const results = { machine, draws: DRAWS, peers, missing, needs, pairs, long, steps, whole };
for (const part of table(results)) console.log(part);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
writeFileSync(path("../docs/benchmarks.md"), document(results));
const key = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
const record = Object.fromEntries([
  ...Object.entries(machine),
  ...peers.map(({ name, cpu }) => [`${key(name)}_ns`, Number(((cpu / DRAWS) * 1e9).toFixed(1))]),
  ...needs.map(({ answer, by, cpu }) => [`accuracy_${answer}_${key(by)}_s`, round(cpu, 3)]),
  ...pairs.flatMap(({ workers, wall, drawn }) => [
    [`threads_${workers}_drawn_s`, round(drawn, 3)],
    [`threads_${workers}_s`, round(wall, 3)],
  ]),
  ...long.flatMap(({ draws, workers, wall, megabytes }) => [
    [`draws_${draws}_workers_${workers}_s`, round(wall, 3)],
    [`draws_${draws}_workers_${workers}_mb`, round(megabytes, 3)],
  ]),
  ...steps.map(({ name, value, unit }) => [`${key(name)}_${unit}`, Number(value.toPrecision(4))]),
  ...whole.map(({ name, wall }) => [`${key(name)}_s`, Number(wall.toFixed(3))]),
]);
appendFileSync(path("history.jsonl"), `${JSON.stringify(record)}\n`);
