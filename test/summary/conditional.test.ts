import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { normalCdf } from "../../src/numeric/normal.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Interval } from "../../src/statistics/estimate.js";
import type { Summary } from "../../src/summary/summary.js";

const run = (text: string): Promise<Summary> =>
  simulate(
    parseScenario("a.yaml", `name: a\n${text}\nrun: { draws: 65536, seed: 3, method: random }`),
    inlineEvaluator,
  );

/** Within five standard errors, of which two and a half make half a 95% interval. */
function expectNear({ value, low, high }: Interval, truth: number): void {
  expect(Math.abs(value - truth)).toBeLessThan(Math.max(1e-9, 1.3 * (high - low)));
}

function expectMoments(output: Summary["outputs"][string], mean: number, sd: number): void {
  expect(Math.abs(output.mean!.value - mean)).toBeLessThan(5 * output.mean!.error);
  expect(Math.abs(output.sd!.value - sd)).toBeLessThan(5 * output.sd!.error);
}

describe("an input with uncertain parameters, against closed forms", () => {
  it("adds variances: a normal whose mean is normal", async () => {
    const { outputs, breakEven, assumptions } = await run(`inputs:
  x: { distribution: normal, mean: { distribution: normal, mean: 10, sd: 3 }, sd: 4, unit: USD }
outputs: [x]
prices: { P: 15 }`);
    expectMoments(outputs["x"]!, 10, 5);
    expectNear(outputs["x"]!.percentiles["p95"]!, 10 + 5 * 1.6448536269514722);
    expectNear(breakEven[0]!.probability, 0.8413447460685429);
    expect(assumptions[1]).toMatchObject({
      name: "x",
      distribution: "normal, mean uncertain, sd 4",
      dependsOn: ["x.mean"],
      p50: expect.closeTo(10, 1) as number,
      p95: expect.closeTo(10 + 5 * 1.6448536269514722, 1) as number,
    });
  });

  it("is Lomax: a waiting time whose rate is gamma", async () => {
    const { breakEven, outputs } = await run(`inputs:
  x: { distribution: exponential, rate: { distribution: gamma, shape: 3, scale: 0.5 }, unit: h }
outputs: [x]
prices: { two hours: { price: 7200, unit: s } }`);
    // Survival is (1 + scale * x) to the power of -shape.
    expectNear(breakEven[0]!.probability, 1 - 1 / 8);
    expectNear(outputs["x"]!.percentiles["p50"]!, (Math.cbrt(2) - 1) / 0.5);
  });

  it("is negative binomial: a count whose mean is gamma", async () => {
    const { outputs, breakEven } = await run(`inputs:
  x: { distribution: poisson, mean: { distribution: gamma, shape: 2, scale: 1.5 } }
outputs: [x]
prices: { none: 0 }`);
    expectMoments(outputs["x"]!, 3, Math.sqrt(3 + 2 * 1.5 * 1.5));
    expectNear(breakEven[0]!.probability, 1 / (2.5 * 2.5));
  });

  it("counts the draws whose parameters contradict each other, and drops none", async () => {
    const { outputs, breakEven, warnings } = await simulate(
      parseScenario(
        "a.yaml",
        `name: a
inputs:
  x: { distribution: normal, p5: { distribution: uniform, min: 0, max: 2 }, p95: { distribution: uniform, min: 1, max: 3 } }
outputs: [x]
prices: { P: 1000 }
run: { draws: 65536, seed: 3, allow_undefined: true }`,
      ),
      inlineEvaluator,
    );
    // p5 lies above p95 with a probability of one in eight.
    expect(outputs["x"]!.undefined / 65536).toBeCloseTo(1 / 8, 3);
    expect(outputs["x"]!.mean).toBeNull();
    expect(breakEven[0]!.probability.value).toBeLessThanOrEqual(7 / 8 + 0.001);
    expect(warnings.join()).toMatch(/X is not a finite number in 8\d\d\d of 65536 draws/);
  });
});

describe("a switch, against closed forms", () => {
  const weights = [0.3, 0.5, 0.2];
  const means = [4, 7, 12];
  const sds = [1, 2, 0.5];
  const others = [1, 5, 2];
  const text = `inputs:
  x: { distribution: normal, mean: 7, sd: 2, unit: USD }
  y: { distribution: normal, mean: 5, sd: 1 }
formulas: { product: x * y, state: market }
switches:
  market:
    label: State of the market
    cases:
      - { name: glut, weight: 3, inputs: { x: { distribution: normal, mean: 4, sd: 1 }, y: { distribution: normal, mean: 1, sd: 1 } } }
      - { name: normal, weight: 5 }
      - { name: boom, weight: 2, inputs: { x: { distribution: normal, mean: 12, sd: 0.5 }, y: { distribution: normal, mean: 2, sd: 1 } } }
outputs: [x, product, state]
prices: { P: { price: 8, output: x } }`;
  const average = (of: (k: number) => number): number =>
    weights.reduce((sum, weight, k) => sum + weight * of(k), 0);
  const mixtureCdf = (x: number): number => average((k) => normalCdf((x - means[k]!) / sds[k]!));

  it("gives an input the moments of the mixture of its cases", async () => {
    const { outputs } = await run(text);
    const mean = average((k) => means[k]!);
    const square = average((k) => sds[k]! * sds[k]! + means[k]! * means[k]!);
    expectMoments(outputs["x"]!, mean, Math.sqrt(square - mean * mean));
    const product = outputs["product"]!.mean!;
    const expected = average((k) => means[k]! * others[k]!);
    expect(Math.abs(product.value - expected)).toBeLessThan(5 * product.error);
    expect(outputs["state"]!.mean!.value).toBeCloseTo(0.9, 2);
  });

  it("breaks even with the total probability over its cases", async () => {
    const { breakEven } = await run(text);
    expectNear(breakEven[0]!.probability, mixtureCdf(8));
  });

  it("is a driver, and shows its cases and each input's in the assumptions", async () => {
    const { sensitivity, assumptions } = await run(text);
    const drivers = sensitivity["x"]!;
    expect(drivers.map(({ input }) => input)).toEqual(["market", "x"]);
    // Its first tenth is all glut and its last all boom.
    expectNear(drivers[0]!.low, 4);
    expectNear(drivers[0]!.high, 12);
    const about = (name: string) => assumptions.find((assumption) => assumption.name === name);
    expect(about("market")).toMatchObject({
      label: "State of the market",
      distribution: "glut 30%, normal 50%, boom 20%",
      cases: ["glut", "normal", "boom"],
      p5: 0,
      p50: 1,
      p95: 2,
    });
    expect(about("x")).toMatchObject({
      distribution:
        "by market; glut: normal, mean 4, sd 1; normal: normal, mean 7, sd 2; boom: normal, mean 12, sd 0.5",
      dependsOn: ["market"],
    });
  });

  it("describes an input by the percentiles of the mixture, whatever the run", async () => {
    const { assumptions } = await run(text);
    const x = assumptions.find(({ name }) => name === "x")!;
    // 16,384 Sobol' points in two dimensions leave less than one in a thousand of probability.
    for (const [value, p] of [
      [x.p5, 0.05],
      [x.p50, 0.5],
      [x.p95, 0.95],
    ] as const) {
      expect(Math.abs(mixtureCdf(value) - p)).toBeLessThan(1e-3);
    }
    const scenario = parseScenario("a.yaml", `name: a\n${text}\nrun: { draws: 400, seed: other }`);
    const other = await simulate(scenario, inlineEvaluator);
    expect(other.assumptions).toEqual(assumptions);
  });

  it("keeps rank correlations of an input within each case", async () => {
    const scenario = parseScenario(
      "a.yaml",
      `name: a\n${text}\ncorrelations: [{ between: [x, y], rank: 0.8 }]\nrun: { draws: 65536, seed: 3 }`,
    );
    const { outputs, correlations } = await simulate(scenario, inlineEvaluator);
    expect(correlations[0]!.achieved).toBeCloseTo(0.8, 2);
    // E[xy] of a case adds r sd sd, where r is the correlation of the normal scores.
    const r = 2 * Math.sin((Math.PI * 0.8) / 6);
    const product = outputs["product"]!.mean!;
    const expected = average((k) => means[k]! * others[k]! + r * sds[k]!);
    expect(Math.abs(product.value - expected)).toBeLessThan(5 * product.error);
  });

  it("joins the provenance of the cases and owns up to the missing ones", async () => {
    const { assumptions, warnings } = await run(`inputs:
  x: { value: 1, source: Invoice, grade: A }
  y: 2
switches:
  m:
    source: Judgement of May 2026
    grade: C
    cases:
      - { name: a, weight: 1, inputs: { x: 1 to 2, y: { distribution: pert, min: 1, mode: 2, max: 3, source: Survey } } }
      - { name: b, weight: 1 }
formulas: { c: x + y }
outputs: [c]`);
    const about = (name: string) => assumptions.find((assumption) => assumption.name === name)!;
    expect(about("x")).toMatchObject({ source: "a: Judgement of May 2026; Invoice", grade: "C" });
    expect(about("y").source).toBe("a: Survey; b: no source");
    expect(about("y").grade).toBeUndefined();
    expect(warnings.join()).not.toMatch(/No source is given for M/);
  });
});

describe("percentiles of an input that depends on others", () => {
  it("are those of its own distribution where its parameters hardly vary", async () => {
    const { assumptions } = await run(`inputs:
  x: { distribution: beta, mean: 0.6, sd: { distribution: uniform, min: 0.1, max: 0.1000001 } }
outputs: [x]`);
    const parameters = { mean: 0.6, sd: 0.1 };
    const { cdf } = createDistribution({ distribution: "beta", parameters });
    expect(cdf(assumptions[1]!.p5)).toBeCloseTo(0.05, 3);
    expect(cdf(assumptions[1]!.p95)).toBeCloseTo(0.95, 3);
  });
});
