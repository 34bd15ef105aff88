/**
 * Measures how the error of a run falls with its draws: writes docs/convergence/errors.csv and
 * docs/convergence/errors.png, and prints the table of docs/convergence.md.
 *
 * Run: npm run build && node scripts/convergence.js   (about five minutes on one core)
 * Draw the picture again from the committed data: node scripts/convergence.js --picture
 */
import { readFileSync, writeFileSync } from "node:fs";
import { chart, colours } from "../dist/report/figures/theme.js";
import { loadDrawSvg } from "../dist/report/render/draw-svg.js";
import { renderFigure } from "../dist/report/render/render-figure.js";
import { designOf } from "../dist/sampling/design-of.js";
import { parseScenario } from "../dist/scenario/parse-scenario.js";
import { inlineEvaluator } from "../dist/simulation/inline.js";
import { planRun } from "../dist/simulation/plan.js";
import { meanOf } from "../dist/statistics/moments.js";
import { percentile, sortColumn } from "../dist/statistics/percentile.js";
import { probabilityAtOrBelow } from "../dist/statistics/probability.js";

const at = (path) => new URL(`../${path}`, import.meta.url);
const SEEDS = 64;
const SIZES = Array.from({ length: 9 }, (_, k) => 2 ** (9 + k));
const DESIGNS = ["random", "lhs", "sobol"];
const COLOURS = { random: colours.mute, lhs: colours.loss, sobol: colours.profit };

/** Pixels that keep the names of close lines apart. */
const NUDGES = { random: -4, lhs: 4, sobol: 4 };

const mean = ({ values }) => meanOf(values);
const quantile = (p) => (column) => percentile(sortColumn(column), p).value;
const share = (limit) => (column) => probabilityAtOrBelow(column, limit).value;
const benchmark = JSON.parse(readFileSync(at("test/reference/token-cost-8.json"), "utf8")).values;

/** What is estimated, its true value, and how. */
const CASES = [
  {
    model: "token cost",
    file: "test/reference/token-cost-8.yaml",
    // NumPy's answers, whose own errors are a fifth of the smallest error measured here, or less.
    statistics: [
      { name: "mean", truth: benchmark.mean.value, of: mean },
      { name: "p50", truth: benchmark.p50.value, of: quantile(0.5) },
      { name: "p95", truth: benchmark.p95.value, of: quantile(0.95) },
      { name: "P(cost <= 25)", truth: benchmark.probability25.value, of: share(25) },
    ],
  },
  {
    model: "incidents",
    file: "docs/convergence/rough.yaml",
    // Sums over the atoms; P(demand > capacity) = 0.3750477626069238 by quadrature (SciPy 1.17).
    statistics: [
      { name: "mean", truth: 8184.095525213848, of: mean },
      { name: "P(loss <= 5500)", truth: 0.6747832668942311, of: share(5500) },
    ],
  },
];

/** Root-mean-square relative errors over the seeds, one row a model, statistic, design and size. */
async function measure() {
  const rows = [];
  for (const { model, file, statistics } of CASES) {
    const scenario = parseScenario(file, readFileSync(at(file), "utf8"));
    for (const method of DESIGNS) {
      for (const draws of SIZES) {
        const squares = statistics.map(() => 0);
        for (let seed = 0; seed < SEEDS; seed++) {
          const run = { ...scenario, run: { ...scenario.run, draws, method, seed: `c${seed}` } };
          const [values] = await inlineEvaluator.draw(run, planRun(designOf(run)));
          statistics.forEach(
            ({ truth, of }, k) => (squares[k] += (of({ values }) / truth - 1) ** 2),
          );
        }
        statistics.forEach(({ name }, k) => {
          const error = Number(Math.sqrt(squares[k] / SEEDS).toPrecision(4));
          rows.push({ model, statistic: name, design: method, draws, error });
        });
        console.error(model, method, draws);
      }
    }
  }
  return rows;
}

/** Slope of log error on log draws by least squares, over the sizes from `from` on. */
function slope(rows, from) {
  const points = rows.filter(({ draws }) => draws >= from);
  const [x, y] = [points.map((p) => Math.log(p.draws)), points.map((p) => Math.log(p.error))];
  const [mx, my] = [x, y].map((list) => list.reduce((a, b) => a + b) / list.length);
  const products = x.reduce((sum, value, k) => sum + (value - mx) * (y[k] - my), 0);
  return products / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

const panelsOf = (rows) =>
  [...new Set(rows.map(({ model, statistic }) => `${model}: ${statistic}`))].map((title) => ({
    title,
    rows: rows.filter((row) => `${row.model}: ${row.statistic}` === title),
  }));

function printTable(rows) {
  console.log("| | design | error at 4,096 | at 131,072 | slope |\n|---|---|---|---|---|");
  for (const { title, rows: own } of panelsOf(rows)) {
    for (const design of DESIGNS) {
      const line = own.filter((row) => row.design === design);
      const percent = (n) =>
        `${(100 * line.find(({ draws }) => draws === n).error).toPrecision(2)}%`;
      const fall = slope(line, 1024).toFixed(2).replace("-", "−");
      console.log(`| ${title} | ${design} | ${percent(4096)} | ${percent(131072)} | ${fall} |`);
    }
  }
}

/** One panel: three lines, named at their right end; both axes logarithmic. */
function panel({ title, rows }) {
  const x = { field: "draws", type: "quantitative", scale: { type: "log", domain: [400, 1.2e6] } };
  const axis = { values: [1e3, 1e4, 1e5], format: "~s" };
  const y = { field: "percent", type: "quantitative", scale: { type: "log", domain: [0.01, 15] } };
  const colour = (design) => ({ value: COLOURS[design] });
  return {
    title: { text: title, anchor: "start", fontSize: 13, fontWeight: 600, color: colours.ink },
    width: 220,
    height: 190,
    layer: DESIGNS.map((design) => rows.filter((row) => row.design === design)).flatMap((line) => {
      const values = line.map((row) => ({ ...row, percent: 100 * row.error }));
      const encoding = {
        x: { ...x, title: "draws", axis },
        y: { ...y, title: null, axis: { format: "~g", grid: true, values: [0.01, 0.1, 1, 10] } },
        color: colour(line[0].design),
      };
      return [
        { data: { values }, mark: { type: "line", point: { size: 22, filled: true } }, encoding },
        {
          data: { values: values.slice(-1) },
          mark: { type: "text", align: "left", dx: 6, dy: NUDGES[line[0].design] },
          encoding: { ...encoding, text: { field: "design" } },
        },
      ];
    }),
  };
}

async function draw(rows) {
  const { config, $schema } = chart("wide", 0, {});
  const panels = panelsOf(rows).map(panel);
  const concat = { $schema, config, columns: 3, spacing: 24, concat: panels };
  const spec = {
    ...concat,
    title: { text: "Error in percent of the value, by draws", anchor: "start", offset: 14 },
  };
  const figure = { id: "errors", title: "", caption: "", alt: "", wide: spec, narrow: spec };
  const { png } = await renderFigure(figure, await loadDrawSvg());
  writeFileSync(at("docs/convergence/errors.png"), png);
}

const csv = at("docs/convergence/errors.csv");
const columns = ["model", "statistic", "design", "draws", "error"];
if (!process.argv.includes("--picture")) {
  const lines = (await measure()).map((row) => columns.map((name) => row[name]).join(","));
  writeFileSync(csv, `${columns.join(",")}\n${lines.join("\n")}\n`);
}
const [, ...lines] = readFileSync(csv, "utf8").trim().split("\n");
const rows = lines.map((line) => {
  const [model, statistic, design, draws, error] = line.split(",");
  return { model, statistic, design, draws: Number(draws), error: Number(error) };
});
printTable(rows);
await draw(rows);
