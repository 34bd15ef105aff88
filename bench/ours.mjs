// The benchmark model by Breakeven in a process of its own.
// usage: node ours.mjs DRAWS METHOD WORKERS [TIMES]; prints one line of JSON: means over the
// second half of the times, by when a process has compiled what it runs often
import { answer } from "./benchmark-model.mjs";

const [draws, method, workers, times = "1"] = process.argv.slice(2);

const dist = new URL("../dist/", import.meta.url);
const { createInline } = await import(new URL("simulation/inline.js", dist).href);
const { createPool } = await import(new URL("simulation/pool.js", dist).href);
const pool = Number(workers) > 0 ? createPool(Number(workers)) : undefined;
const evaluator = pool ?? createInline();

const once = () => answer(evaluator, { draws: Number(draws), method });
const warm = Math.floor(Number(times) / 2);
for (let k = 0; k < warm; k++) await once();
const counted = Number(times) - warm;
const wall = performance.now();
const cpu = process.cpuUsage();
let drawn = 0;
let answers;
for (let k = 0; k < counted; k++) {
  answers = await once();
  drawn += answers.drawn;
}
const used = process.cpuUsage(cpu);
const seconds = {
  wall: (performance.now() - wall) / 1000 / counted,
  cpu: (used.user + used.system) / 1e6 / counted,
  drawn: drawn / counted,
};
await pool?.close();
console.log(JSON.stringify({ version: `Node ${process.version}`, ...answers, ...seconds }));
