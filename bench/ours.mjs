// The benchmark model by Breakeven, the same answers as its peers give.
// usage: node ours.mjs DRAWS METHOD WORKERS [TIMES]; prints one line of JSON for the last time
import { readFileSync } from "node:fs";

const draws = Number(process.argv[2]);
const method = process.argv[3];
const workers = Number(process.argv[4]);
const times = Number(process.argv[5] ?? 1);

const dist = new URL("../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { parseScenario } = await load("scenario/parse-scenario.js");
const { designOf } = await load("sampling/design-of.js");
const { planRun } = await load("simulation/plan.js");
const { createInline } = await load("simulation/inline.js");
const { createPool } = await load("simulation/pool.js");
const { meanOf } = await load("statistics/moments.js");
const { probabilityAtOrBelow } = await load("statistics/probability.js");
const { percentilesOf } = await load("statistics/percentile.js");

const model = new URL("../test/reference/token-cost-8.yaml", import.meta.url);
const text = readFileSync(model, "utf8");
const parsed = parseScenario("token-cost-8.yaml", text);
const scenario = { ...parsed, run: { ...parsed.run, draws, method } };
const pool = workers > 0 ? createPool(workers) : undefined;
const evaluate = pool?.evaluate ?? createInline();

let line = "";
for (let k = 0; k < times; k++) {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const plan = planRun(designOf(scenario));
  const [values] = await evaluate(scenario, plan);
  const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
  const [p5, , p50, , p95] = percentilesOf({ values }, shares).map(({ value }) => value);
  const mean = meanOf(values);
  const { value: probability } = probabilityAtOrBelow({ values }, 25);
  const used = process.cpuUsage(cpu);
  line = JSON.stringify({
    version: `Node ${process.version}`,
    wall: (performance.now() - wall) / 1000,
    cpu: (used.user + used.system) / 1e6,
    p5,
    p50,
    p95,
    mean,
    probability,
  });
}
await pool?.close();
console.log(line);
