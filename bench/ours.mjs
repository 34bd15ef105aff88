// The benchmark model by Breakeven in a process of its own.
// usage: node ours.mjs DRAWS METHOD WORKERS [TIMES]; prints one line of JSON for the last time
import { answer } from "./benchmark-model.mjs";

const [draws, method, workers, times = "1"] = process.argv.slice(2);

const dist = new URL("../dist/", import.meta.url);
const { createInline } = await import(new URL("simulation/inline.js", dist).href);
const { createPool } = await import(new URL("simulation/pool.js", dist).href);
const pool = Number(workers) > 0 ? createPool(Number(workers)) : undefined;
const evaluate = pool?.evaluate ?? createInline();

let line = "";
for (let k = 0; k < Number(times); k++) {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const answers = await answer(evaluate, { draws: Number(draws), method });
  const used = process.cpuUsage(cpu);
  line = JSON.stringify({
    version: `Node ${process.version}`,
    wall: (performance.now() - wall) / 1000,
    cpu: (used.user + used.system) / 1e6,
    ...answers,
  });
}
await pool?.close();
console.log(line);
