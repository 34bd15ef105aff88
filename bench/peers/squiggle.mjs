// The benchmark model in Squiggle. usage: node squiggle.mjs DRAWS [SEED]; prints one line of JSON.
import { readFileSync } from "node:fs";
import { run } from "@quri/squiggle-lang";

const [draws, seed = "1"] = process.argv.slice(2);

const about = new URL("../node_modules/@quri/squiggle-lang/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(about, "utf8"));

const MODEL = `
server_price = lognormal({p5: 250000, p95: 400000})
years = triangular(3, 4, 6)
support3y = uniform(15000, 120000)
kw = normal(0.9, 0.05)
pue = uniform(1.1, 1.5)
pert(a, m, b) = a + (b - a) * beta(1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a))
training_ratio = pert(0.2, 1, 2)
utilization = beta(13, 7)
throughput = lognormal({p5: 40, p95: 2000})
overhead = uniform(0.1, 0.4)
gpu_hour = server_price / 8 / (years * 8760) + support3y / 8 / (3 * 8760) + kw * pue * 0.10
cost = gpu_hour * 5 * (1 + training_ratio) / utilization / (throughput * 3600) * 1e6 * (1 + overhead)
{
  mean: mean(cost), p5: quantile(cost, 0.05), p25: quantile(cost, 0.25), p50: quantile(cost, 0.5),
  p75: quantile(cost, 0.75), p95: quantile(cost, 0.95), probability: cdf(cost, 25)
}
`;

const wall = performance.now();
const cpu = process.cpuUsage();
const output = await run(MODEL, {
  environment: { sampleCount: Number(draws), xyPointLength: 1000, seed },
});
const used = process.cpuUsage(cpu);
if (!output.result.ok) throw new Error(output.result.value.toStringWithDetails());
const values = output.result.value.result.value.entries().map(([key, { value }]) => [key, value]);
console.log(
  JSON.stringify({
    version: `Squiggle ${version}`,
    wall: (performance.now() - wall) / 1000,
    cpu: (used.user + used.system) / 1e6,
    ...Object.fromEntries(values),
  }),
);
