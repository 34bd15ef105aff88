// npm run bench: ourselves and our peers at the same work, the stages of a run, and whole commands.
// Prints tables, writes docs/benchmarks.md and adds a line of JSON to bench/history.jsonl.
import { execFileSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { commands } from "./commands.mjs";
import { contestants } from "./contestants.mjs";
import { document, table } from "./document.mjs";
import { stages } from "./stages.mjs";

const DRAWS = 1_000_000;
const ROUNDS = 5;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Every contestant once a round, so that what else the machine does falls on all alike. */
function interleaved(entries, rounds) {
  const times = entries.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, { run, rounds: own = rounds }] of entries.entries()) {
      if (round < own) times[k].push(run());
    }
  }
  return entries.map(({ name }, k) => ({
    name,
    ...times[k].at(-1),
    wall: median(times[k].map(({ wall }) => wall)),
    cpu: median(times[k].map(({ cpu }) => cpu)),
  }));
}

const { found, missing } = contestants(DRAWS);
const peers = interleaved(found, ROUNDS);
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

const results = { machine, draws: DRAWS, peers, missing, steps, whole };
for (const part of table(results)) console.log(part);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
writeFileSync(path("../docs/benchmarks.md"), document(results));
const key = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
const record = Object.fromEntries([
  ...Object.entries(machine),
  ...peers.map(({ name, cpu }) => [`${key(name)}_ns`, Number(((cpu / DRAWS) * 1e9).toFixed(1))]),
  ...steps.map(({ name, value, unit }) => [`${key(name)}_${unit}`, Number(value.toPrecision(4))]),
  ...whole.map(({ name, wall }) => [`${key(name)}_s`, Number(wall.toFixed(3))]),
]);
appendFileSync(path("history.jsonl"), `${JSON.stringify(record)}\n`);
