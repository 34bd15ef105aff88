import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { sensitivityCsv } from "../../src/report/sensitivity-csv.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

const normal = (sd: number): string => `{ distribution: normal, mean: 0, sd: ${sd} }`;

function run(formula: string, more: readonly string[] = []): Promise<Summary> {
  const text = [
    "name: test",
    "title: test",
    `inputs: { a: ${normal(0.4)}, b: ${normal(0.3)}, c: { distribution: uniform, min: -1, max: 1 } }`,
    `formulas: { y: { formula: "${formula}", unit: "1" }, z: { formula: "c", unit: "1" } }`,
    "outputs: [y, z]",
    "run: { draws: 2048, seed: 2 }",
    ...more,
  ];
  return simulate(parseScenario("test.yaml", text.join("\n")), inlineEvaluator);
}

describe("the shares of variance in a summary", () => {
  it("are of the value where it may be negative: 16 to 9 for a sum", async () => {
    const summary = await run("a + b");
    const { sensitivity, variance } = summary;
    expect(variance!["y"]).toMatchObject({ of: "value", points: 1024 });
    const shares = sensitivity["y"]!.map(({ input, first, total }) => ({ input, first, total }));
    expect(shares.map(({ input }) => input)).toEqual(["a", "b"]);
    for (const [k, truth] of [0.64, 0.36].entries()) {
      for (const estimate of [shares[k]!.first!, shares[k]!.total!]) {
        // Student's t with seven degrees leaves 1e-3 outside 5.41.
        expect(Math.abs(estimate.value - truth)).toBeLessThan(5.41 * estimate.error);
        expect(estimate.error).toBeLessThan(0.01);
      }
    }
    const rows = sensitivityCsv(summary).split("\n");
    const row = rows.find((line) => line.startsWith("y,a,") && line.includes("variance of value"));
    const [first, low, high] = row!.split(",").slice(11, 14).map(Number) as [
      number,
      number,
      number,
    ];
    expect(first).toBe(shares[0]!.first!.value);
    // 2.3646: Student's t, seven degrees, 97.5% (SciPy 1.17).
    expect((high - low) / 2 / shares[0]!.first!.error).toBeCloseTo(2.3646, 3);
    expect(sensitivity["z"]!.map(({ input }) => input)).toEqual(["c"]);
    expect(sensitivity["z"]![0]!.first!.value).toBeCloseTo(1, 6);
  });

  it("are of the logarithm where the output is positive, whose shares are exact here too", async () => {
    const { sensitivity, variance } = await run("exp(a + b)");
    expect(variance!["y"]).toMatchObject({ of: "logarithm" });
    expect(sensitivity["y"]![0]!.first!.value).toBeCloseTo(0.64, 1);
  });

  it("are Shapley effects where an output rests on correlated inputs, and only there", async () => {
    const summary = await run("a + b", ["correlations: [{ between: [a, b], rank: 0.5 }]"]);
    const { sensitivity, variance } = summary;
    expect(variance!["y"]).toEqual({ of: "value", points: 1024, method: "shapley" });
    // Owen & Prieur (2017), section 4, for sd 4 and 3.
    const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
    const own = (16 * (1 - (rho * rho) / 2) + 12 * rho + (9 * rho * rho) / 2) / (25 + 24 * rho);
    const [a, b] = sensitivity["y"]!.map(({ shapley }) => shapley!);
    expect(Math.abs(a!.value - own)).toBeLessThan(5.41 * a!.error);
    expect(a!.value + b!.value).toBeCloseTo(1, 10);
    expect(sensitivity["y"]![0]).not.toHaveProperty("first");
    // The other output does not: it keeps its indices.
    expect(variance!["z"]).toEqual({ of: "value", points: 1024 });
    expect(sensitivity["z"]![0]!.first!.value).toBeCloseTo(1, 6);
    const row = sensitivityCsv(summary)
      .split("\n")
      .find((line) => /^y,a,.*variance of value/.test(line));
    expect(Number(row!.split(",")[17])).toBe(a!.value);
  });

  it("are indices where the correlated partner of an input is not needed", async () => {
    const apart = await run("a + b", ["correlations: [{ between: [a, c], rank: 0.7 }]"]);
    expect(apart.variance!["y"]).toEqual({ of: "value", points: 1024 });
    const [a] = apart.sensitivity["y"]!;
    expect(Math.abs(a!.first!.value - 0.64)).toBeLessThan(5.41 * a!.first!.error);
    expect(apart.variance!["z"]).toEqual({ of: "value", points: 1024 });
  });

  it("are absent with the reason where results are not finite", async () => {
    const holes = await run("sqrt(a) + b", []);
    expect(holes.variance!["y"]).toEqual({ refused: "some evaluations gave no finite number" });
  });
});
