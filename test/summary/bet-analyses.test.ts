import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

const Z90 = normalQuantile(0.9);

/** y = 2 a - b + c/100 of normals in units of a thousand; the limit is 1,000. */
function run(more: readonly string[] = [], formula = "2*a - b + c/100"): Promise<Summary> {
  const normal = (grade: string): string =>
    `{ distribution: normal, mean: 0, sd: 1, unit: kUSD, ${grade === "" ? "" : `grade: ${grade}`} }`;
  const text = [
    ...["name: test", "title: test"],
    `inputs: { a: ${normal("B")}, b: ${normal("C")}, c: ${normal("")} }`,
    `formulas: { y: { formula: "${formula}", unit: USD, label: Cost } }`,
    ...["outputs: [y]", "prices: { Far: 9000, Limit: 1000 }"],
    ...["run: { draws: 8192, seed: 2 }", ...more],
  ];
  return simulate(parseScenario("test.yaml", text.join("\n")), inlineEvaluator);
}

describe("the analyses of a bet", () => {
  it("are of the price with the evenest odds and the inputs that move them, in their own units", async () => {
    const { beliefs } = await run();
    expect(beliefs).toMatchObject({ output: "y", against: "Limit", draws: 4096 });
    expect(beliefs!.inputs.map(({ input, unit }) => [input, unit])).toEqual([
      ["a", "kUSD"],
      ["b", "kUSD"],
    ]);
    const [a, b] = beliefs!.inputs;
    expect(a!.p95).toBeCloseTo(normalQuantile(0.95), 8);
    if (a!.even.kind !== "crosses" || b!.likely.kind !== "crosses") throw new Error("no crossing");
    expect(a!.even.crossings[0]!.value.value).toBeCloseTo(0.5, 1);
    expect(a!.even.chance).toBeCloseTo(normalCdf(0.5), 1);
    expect(b!.likely.crossings[0]!.value.value).toBeCloseTo(2 * Z90 - 1, 1);
    expect(b!.likely.crossings[0]!.reached).toBe("above");
  });

  it("say where each future breaks even: along a at (1 + b) / 2, along b at 2 a - 1", async () => {
    const { breakEvenValues } = await run();
    const [a, b] = breakEvenValues!.inputs;
    for (const [row, mean, sd] of [
      [a!, 0.5, 0.5],
      [b!, -1, 2],
    ] as const) {
      expect(row.some + row.always + row.never).toBeCloseTo(1, 12);
      expect(row.several).toBe(0);
      // Between the 0.1% and the 99.9% quantile of the input only.
      const end = normalQuantile(0.999);
      const inside = normalCdf((end - mean) / sd) - normalCdf((-end - mean) / sd);
      expect(row.some).toBeCloseTo(inside, 2);
    }
    expect(a!.p50!.value).toBeCloseTo(0.5, 1);
    expect(a!.p95!.value).toBeCloseTo(0.5 + 0.5 * normalQuantile(0.95), 1);
  });

  it("map the odds over the two inputs, as in closed form", async () => {
    const { heatMap } = await run();
    const { across, up, odds, even } = heatMap!;
    expect([across.input, up.input]).toEqual(["a", "b"]);
    expect(odds).toHaveLength(49);
    for (const [k, { value }] of odds.entries()) {
      const [x, y] = [across.values[k % 7]!, up.values[Math.floor(k / 7)]!];
      expect(value).toBeCloseTo(normalCdf((1 - 2 * x + y) / 0.01), 1);
    }
    expect(even.given).toBeCloseTo(0, 8);
    expect(even.kind === "crosses" && even.crossings[0]!.value.value).toBeCloseTo(0.5, 2);
    expect(heatMap!.following).toEqual([]);
  });

  it("have what is correlated follow, and say what", async () => {
    const joined = ["correlations: [{ between: [a, c], rank: 0.5 }]"];
    const { heatMap, beliefs } = await run(joined, "2*a - 3*b + c");
    expect(heatMap!.following).toEqual(["c"]);
    const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
    const a = beliefs!.inputs.find(({ input }) => input === "a")!;
    if (a.even.kind !== "crosses") throw new Error(a.even.kind);
    expect(a.even.crossings[0]!.value.value).toBeCloseTo(1 / (2 + rho), 1);
  });

  it("are absent without a price, and where nothing moves the odds", async () => {
    const none = await run(["prices: {}"].slice(1), "0*a");
    expect(none).not.toHaveProperty("beliefs");
    expect(none).not.toHaveProperty("heatMap");
  });
});

describe("the other analyses of what drives an output", () => {
  it("move one input at a time between its percentiles, the others at their medians", async () => {
    const { swings } = await run();
    const { percentiles, inputs } = swings!["y"]!;
    expect(inputs.map(({ input }) => input)).toEqual(["a", "b", "c"]);
    for (const [k, p] of percentiles.entries()) {
      expect(inputs[0]!.at[k]).toBeCloseTo(normalQuantile(p), 8);
      expect(inputs[0]!.values[k]).toBeCloseTo(2000 * normalQuantile(p), 5);
      expect(inputs[1]!.values[k]).toBeCloseTo(-1000 * normalQuantile(p), 5);
    }
  });

  it("regress ranks on ranks, and know how much of the variance rests on judgement", async () => {
    const { associations, judgement } = await run();
    const { explained, inputs } = associations!["y"]!;
    const [a, b] = inputs;
    expect(explained.value).toBeGreaterThan(0.95);
    expect(a!.standardized.value).toBeCloseTo(2 / Math.sqrt(5), 1);
    expect(b!.standardized.value).toBeCloseTo(-1 / Math.sqrt(5), 1);
    expect(b!.partial.value).toBeLessThan(-0.85);
    expect(a!.pawn.value).toBeGreaterThan(b!.pawn.value);
    expect(judgement).toMatchObject({ output: "y", of: "value" });
    expect(judgement!.judged.low).toBeCloseTo(0.2, 2);
    expect(judgement!.judged.high).toBeCloseTo(0.2, 2);
    expect(judgement!.ungraded.high).toBeLessThan(0.01);
  });

  it("have the mean and the tails of an input's lowest and highest tenth", async () => {
    const { sensitivity } = await run();
    const [a] = sensitivity["y"]!;
    const { mean, p95 } = a!.statistics!;
    // The mean of a normal's highest tenth is phi(z) / 0.1.
    const tenth = Math.exp((-Z90 * Z90) / 2) / Math.sqrt(2 * Math.PI) / 0.1;
    expect(mean.high.value / 2000).toBeCloseTo(tenth, 1);
    expect(mean.high.low).toBeLessThan(mean.high.value);
    expect(p95.high.value).toBeGreaterThan(mean.high.value);
  });
});
