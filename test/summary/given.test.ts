import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/numeric/normal.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";

const SCENARIO = `name: a
inputs:
  x: { distribution: normal, mean: 0, sd: 1, unit: USD }
  z: { distribution: normal, mean: 0, sd: 1, unit: USD }
  idle: { distribution: normal, mean: 0, sd: 1 }
  faces: { distribution: discrete, values: [1, 2, 3], weights: [1, 1, 2], unit: year }
formulas: { y: { formula: x + z, unit: USD } }
outputs: [y]
prices: { Zero: { price: 0, unit: USD } }
run: { draws: 16384 }
`;

async function summaryOf(text: string): Promise<Summary> {
  return simulate(parseScenario("a.yaml", SCENARIO + text), inlineEvaluator);
}

describe("the conditions of a scenario", () => {
  it("give the closed form of a normal cut in half", async () => {
    const { given } = await summaryOf("given: { A: x > 0 }");
    const [{ share, found, draws, of }] = given as readonly [NonNullable<typeof given>[0]];
    expect(of).toBe(16_384);
    expect(draws).toBe(Math.round(share.value * of));
    expect(share.value).toBeCloseTo(0.5, 3);
    // P(X + Z <= 0 given X > 0) is a quarter: an eighth of the plane in a half of it.
    const { value, low, high } = found!.probability!;
    expect(Math.abs(value - 0.25)).toBeLessThanOrEqual(((7.06 / 2.365) * (high - low)) / 2);
    expect(found!.difference!.value).toBeCloseTo(-0.25, 2);
  });

  it("may be of an output, and then cut its own distribution", async () => {
    const { given } = await summaryOf("given: { A: y >= 0 USD }");
    const { found } = given![0]!;
    expect(found!.probability!.value).toBe(0);
    expect(found!.p50.value / Math.SQRT2).toBeCloseTo(normalQuantile(0.75), 1);
  });

  it("compare values in base units, so that equality holds", async () => {
    const { given } = await summaryOf("given: { A: faces == 3 year, B: faces == 36 month }");
    for (const { share } of given!) expect(share.value).toBeCloseTo(0.5, 2);
  });

  it("may be of an input that no output needs, which moves no other draw", async () => {
    const alone = await summaryOf("");
    const { given, outputs, assumptions } = await summaryOf("given: { A: idle > 1 }");
    expect(outputs).toEqual(alone.outputs);
    expect(assumptions.map(({ name }) => name)).toContain("idle");
    const { value, low, high } = given![0]!.found!.difference!;
    expect(Math.abs(value)).toBeLessThanOrEqual(((7.06 / 2.365) * (high - low)) / 2);
  });

  it("are refused where too few draws satisfy them, and told where none or all do", async () => {
    const { given } = await summaryOf(
      "given: { A: x > 3, B: x > 40, C: x > -40 }".replaceAll(/(-?\d+)([,\s])/g, "$1 USD$2"),
    );
    expect(given!.map(({ draws, found }) => [draws > 0, found !== undefined])).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
    expect(given![2]!.draws).toBe(16_384);
  });

  it("leave out draws in which they are not known", async () => {
    const { given } = await summaryOf("given: { A: log(faces / (1 year) - 1) > 0 }");
    // log 0 is not finite but a number; faces of 1 year: log(0) is minus infinity.
    expect(given![0]!.draws + given![0]!.undefined).toBeLessThanOrEqual(16_384);
    const { given: some } = await summaryOf("given: { A: sqrt(x / (1 USD)) > 1 }");
    expect(some![0]!.undefined).toBeGreaterThan(8000);
  });
});
