import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import { casesOf } from "../../src/summary/cases.js";
import { finished } from "./finished.js";

/** Two factors whose logarithms are normal with sd 1 and 0.5, of median 1. */
const TWO = `title: t
inputs:
  a: { distribution: lognormal, median: 1, sd_log: 1, unit: "1", label: A }
  b: { distribution: lognormal, median: 1, sd_log: 0.5, unit: "1", label: B }
formulas: { cost: { formula: "a * b", unit: "1", label: Cost } }
outputs: [cost]
run: { draws: 65536, seed: 1, method: sobol }`;

const SD = Math.hypot(1, 0.5);

describe("cases", () => {
  it("hold each input at its median given the outcome, in closed form", async () => {
    const { cases } = casesOf(await finished(TWO))!;
    expect(cases.map(({ percentile }) => percentile)).toEqual([10, 50, 90]);
    for (const [k, p] of [0.1, 0.5, 0.9].entries()) {
      const total = normalQuantile(p) * SD;
      expect(Math.log(cases[k]!.value.value)).toBeCloseTo(total, 2);
      // Of two normals with a given sum, each has its share of the variance of it.
      for (const [input, share] of [
        ["a", 0.8],
        ["b", 0.2],
      ] as const) {
        const { median, p10, p90 } = cases[k]!.inputs.find((one) => one.input === input)!;
        // Within the window the sum is wider on its outer side: 0.03 covers the shift.
        expect(Math.abs(Math.log(median.value) - share * total)).toBeLessThan(0.04);
        const sd = Math.sqrt(0.8 * 0.2) * SD;
        expect((Math.log(p90) - Math.log(p10)) / 2 / sd).toBeCloseTo(normalQuantile(0.9), 1);
        expect(median.low).toBeLessThan(median.value);
        expect(median.high).toBeGreaterThan(median.value);
      }
    }
  });

  it("look at a twentieth of the futures each", async () => {
    const { cases } = casesOf(await finished(TWO))!;
    for (const { futures } of cases) expect(Math.abs(futures - 65_536 / 20)).toBeLessThanOrEqual(2);
  });

  it("say what all bad tenths at once would give, and how rare that is", async () => {
    const { stacked } = casesOf(await finished(TWO))!;
    const z = normalQuantile(0.9);
    expect(stacked!.inputs).toBe(2);
    expect(Math.log(stacked!.value)).toBeCloseTo(1.5 * z, 6);
    const beyond = 1 - normalCdf((1.5 * z) / SD);
    expect(stacked!.beyond.low).toBeLessThan(beyond);
    expect(stacked!.beyond.high).toBeGreaterThan(beyond);
  });

  it("stack an input that lowers the output at its lowest tenth, and leave one alone that does nothing", async () => {
    const text = TWO.replace('"a * b"', '"a / b + 0 * c"').replace(
      "formulas",
      '  c: { distribution: uniform, min: 0, max: 1, unit: "1", label: C }\nformulas',
    );
    const { stacked } = casesOf(await finished(text))!;
    expect(stacked!.inputs).toBe(2);
    expect(Math.log(stacked!.value)).toBeCloseTo(1.5 * normalQuantile(0.9), 6);
  });

  it("stack nothing where one input moves the output, or where many futures share the value", async () => {
    expect(casesOf(await finished(TWO.replace('"a * b"', '"a + 0 * b"')))!.stacked).toBeUndefined();
    expect(
      casesOf(await finished(TWO.replace('"a * b"', '"min(a * b, 1.5)"')))!.stacked,
    ).toBeUndefined();
  });

  it("name the most frequent case of a switch with its share", async () => {
    const run = await finished(`title: t
inputs: { rent: { distribution: uniform, min: 1, max: 2, unit: "1", label: Rent } }
switches:
  market:
    cases:
      - { name: glut, weight: 0.7 }
      - { name: boom, weight: 0.3, inputs: { rent: { distribution: uniform, min: 3, max: 4 } } }
formulas: { cost: { formula: "2 * rent", unit: "1", label: Cost } }
outputs: [cost]
run: { draws: 4096, seed: 1, method: lhs }`);
    const { cases } = casesOf(run)!;
    const market = cases.map(({ inputs }) => inputs.find(({ input }) => input === "market")!.most!);
    expect(market.map((most) => most.case)).toEqual(["glut", "glut", "boom"]);
    expect(market[0]!.share.value).toBe(1);
  });

  it("are not told of an output that is fixed or has no finite value", async () => {
    expect(casesOf(await finished(TWO.replace('"a * b"', '"2 + 1"')))).toBeUndefined();
    const undefinedDraws = TWO.replace('"a * b"', '"log(a - 1) * b"').replace(
      "method: sobol",
      "method: sobol, allow_undefined: true",
    );
    expect(casesOf(await finished(undefinedDraws))).toBeUndefined();
  });
});
