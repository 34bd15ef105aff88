import { describe, expect, it } from "vitest";
import { analysisCsv } from "../../src/report/sensitivity-csv.js";
import { sensitivitySentence } from "../../src/report/sensitivity-sentence.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Interval } from "../../src/statistics/estimate.js";
import { analyseSensitivity } from "../../src/summary/analyse-sensitivity.js";
import type { SensitivityAnalysis } from "../../src/summary/sensitivity-analysis.js";

function analyse(lines: readonly string[], draws = 4096): Promise<SensitivityAnalysis> {
  const scenario = parseScenario("test.yaml", ["name: test", "title: test", ...lines].join("\n"));
  const [output] = scenario.outputs;
  return analyseSensitivity({ ...scenario, run: { ...scenario.run, draws } }, output!);
}

const normal = (sd: number): string => `{ distribution: normal, mean: 0, sd: ${sd} }`;

/** y = a + b with standard deviations 4 and 3: variance is shared 16 to 9. */
const LINEAR = [
  `inputs: { a: ${normal(4)}, b: ${normal(3)} }`,
  'formulas: { y: { formula: "a + b", unit: "1", label: Cost } }',
  "outputs: [y]",
];

function expectNear({ value, low, high }: Interval, truth: number): void {
  // Twice the half-width of an interval leaves out 2e-3 of Student's t with seven degrees.
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(high - low);
}

describe("the sensitivity of a sum of two normal inputs", () => {
  it("is shared out as their variances are, without interactions", async () => {
    const { inputs, refused, rankedBy, method } = await analyse(LINEAR);
    expect({ method, rankedBy }).toEqual({ method: "sobol", rankedBy: "value" });
    expect(inputs.map(({ input }) => input)).toEqual(["a", "b"]);
    for (const [k, truth] of [0.64, 0.36].entries()) {
      const share = inputs[k]!.shares.value!;
      if (share.kind !== "sobol") throw new Error(share.kind);
      expectNear(share.first, truth);
      expectNear(share.total, truth);
      expect(share.first.high - share.first.low).toBeLessThan(0.02);
    }
    expect(refused.logarithm).toMatch(/not always positive/);
  });

  it("shares out whether it is at or below its median as two tetrachoric correlations", async () => {
    const analysis = await analyse([...LINEAR, "prices: { Limit: 0 }"]);
    expect(analysis.rankedBy).toBe("decision");
    // Var P(y <= 0 | a) = asin(s²) / 2 pi where a explains s² of y, of the variance 1/4 of the decision.
    for (const [k, squared] of [0.64, 0.36].entries()) {
      const share = analysis.inputs[k]!.shares.decision!;
      if (share.kind !== "sobol") throw new Error(share.kind);
      expectNear(share.first, (2 / Math.PI) * Math.asin(squared));
      expectNear(share.total, 1 - (2 / Math.PI) * Math.asin(1 - squared));
    }
    expect(sensitivitySentence(analysis)).toMatch(
      /^A matters most: it carries \d+% of whether cost is at or below 0, 44% alone; next is b with \d+%\.$/i,
    );
  });

  it("names no leader between two inputs alike", async () => {
    const analysis = await analyse([
      `inputs: { a: ${normal(3)}, b: ${normal(3)} }`,
      ...LINEAR.slice(1),
    ]);
    expect(sensitivitySentence(analysis)).toMatch(/^No input stands clear: .*too close to call/);
  });

  it("is told as Shapley effects where they are correlated, with the reason", async () => {
    const analysis = await analyse([
      ...LINEAR,
      "correlations: [{ between: [a, b], rank: 0.5 }]",
      "prices: { Limit: 1 }",
    ]);
    expect(analysis.method).toBe("shapley");
    expect(analysis.warnings[0]).toMatch(
      /No first-order and total indices: A and B are correlated/,
    );
    const shares = analysis.inputs.map(({ shares: { value } }) =>
      value!.kind === "shapley" ? value!.effect.value : NaN,
    );
    // Owen & Prieur (2017): with two normal inputs, half the difference of the variances goes over.
    const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
    const variance = 25 + 24 * rho;
    const own = (16 * (1 - (rho * rho) / 2) + 12 * rho + (9 * rho * rho) / 2) / variance;
    expect(shares[0]).toBeCloseTo(own, 2);
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 10);
    expect(sensitivitySentence(analysis)).toMatch(/^A .*its share of whether/i);
  });
});

describe("a sensitivity analysis", () => {
  it("ranks a heavy tail by the logarithm and says that the variance does not exist", async () => {
    const analysis = await analyse([
      "inputs:",
      "  tail: { distribution: pareto, scale: 1, shape: 1.2 }",
      "  flat: { distribution: uniform, min: 1, max: 3 }",
      'formulas: { y: { formula: "tail * flat", unit: "1", label: Cost } }',
      "outputs: [y]",
    ]);
    expect(analysis.rankedBy).toBe("logarithm");
    expect(analysis.warnings.join()).toMatch(/On the value, .*its variance does not exist/);
    // ln tail is exponential with rate 1.2; Var ln U(1, 3) = 1 - 3 ln²3 / 4.
    const [of, other] = [1 / 1.44, 1 - (3 * Math.log(3) ** 2) / 4];
    const share = analysis.inputs[0]!.shares.logarithm!;
    expectNear(share.kind === "sobol" ? share.total : share.effect, of / (of + other));
  });

  it("counts what is no number, ranks by the decision and withholds the other shares", async () => {
    const analysis = await analyse([
      `inputs: { a: { distribution: uniform, min: -1, max: 3 }, b: ${normal(1)} }`,
      'formulas: { y: { formula: "log(a) + b", unit: "1" } }',
      "outputs: [y]",
      "prices: { P: 0 }",
    ]);
    expect(analysis.rankedBy).toBe("decision");
    expect(analysis.undefined.draws).toBe(1024);
    expect(analysis.undefined.evaluations).toBeGreaterThan(1024);
    const share = analysis.inputs[0]!.shares.value!;
    expect(share.kind === "sobol" && share.total.value).toBeNaN();
    expect(analysis.warnings.join()).toMatch(/no finite value in 1,024 of 4,096 draws/);
  });

  it("screens fifty inputs first, keeps the leading ones and takes the others as one", async () => {
    const names = Array.from({ length: 50 }, (_, k) => `x${k}`);
    const lines = names.map((name, k) => `  ${name}: ${normal(k === 7 ? 9 : 1)}`);
    const analysis = await analyse(
      [
        ...["inputs:", ...lines],
        `formulas: { y: { formula: "${names.join(" + ")}", unit: "1" } }`,
        "outputs: [y]",
      ],
      1024,
    );
    expect(analysis.inputs).toHaveLength(20);
    expect(analysis.inputs[0]!.input).toBe("x7");
    expect(analysis.rest!.inputs).toHaveLength(30);
    const rest = analysis.rest!.shares.value!;
    // 30 of 81 + 49.
    expectNear(rest.kind === "sobol" ? rest.total : rest.effect, 30 / 130);
    expect(analysis.warnings.join()).toMatch(/50 uncertain inputs were screened first/);
  });

  it("of what is certain is one sentence", async () => {
    const analysis = await analyse([
      "inputs: { a: 1 }",
      'formulas: { y: { formula: "2*a", unit: "1" } }',
      "outputs: [y]",
    ]);
    expect(analysis.inputs).toEqual([]);
    expect(sensitivitySentence(analysis)).toMatch(/^Nothing that .* rests on is uncertain\.$/);
  });

  it("has a table that begins with the columns of a run, and every row as long as its header", async () => {
    const text = analysisCsv(await analyse([...LINEAR, "prices: { Limit: 1 }"]));
    const [header, ...rows] = text.trimEnd().split("\n");
    expect(header).toMatch(/^output,input,rank_correlation,statistic,against,lowest_tenth,/);
    const columns = header!.split(",").length;
    for (const row of rows) expect(row.split(",")).toHaveLength(columns);
    const statistics = rows.filter((row) => row.startsWith("y,a,")).map((row) => row.split(",")[3]);
    expect(statistics).toEqual([
      ...[
        "median",
        "probability",
        "mean",
        "p5",
        "p95",
        "variance of value",
        "variance of decision",
      ],
      ...["distribution", "rank regression", "one at a time"],
    ]);
  });
});
