import { describe, expect, it } from "vitest";
import { lossesOf } from "../../src/summary/losses.js";
import { finished } from "./finished.js";

const UNIFORM = "{ distribution: uniform, min: 0, max: 1 }";

/** Cost above 1.4 where both inputs are large. */
function corner(price: number, seed = 1, draws = 4096, more = "", method = "sobol"): string {
  return `title: t
inputs: { x: ${UNIFORM}, y: ${UNIFORM}, z: ${UNIFORM} }
formulas: { cost: { formula: "x + y + 0 * z", unit: "1", label: Cost } }
outputs: [cost]
prices: { P: { price: ${price}, unit: "1" } }
run: { draws: ${draws}, seed: ${seed}, method: ${method} }
${more}`;
}

/** The chance that two uniforms are at least a and b and add up to more than t, all in [0, 1]. */
function beyond(a: number, b: number, t: number): number {
  const cells = 20_000;
  let sum = 0;
  for (let k = 0; k < cells; k++) {
    const x = a + ((k + 0.5) / cells) * (1 - a);
    sum += Math.max(0, 1 - Math.max(b, t - x));
  }
  return (sum / cells) * (1 - a);
}

describe("losing futures", () => {
  it("are told by the inputs that make them, not by the one that does nothing", async () => {
    const losses = lossesOf(await finished(corner(1.4)))!;
    expect(losses.losing / losses.draws).toBeCloseTo(0.18, 2);
    expect(
      losses.inputs
        .map(({ input }) => input)
        .slice(0, 2)
        .sort(),
    ).toEqual(["x", "y"]);
    const { separation } = losses.inputs[2]!;
    expect(separation.low).toBeLessThan(0.02);
    expect(separation.high).toBeGreaterThan(-0.02);
    expect(losses.box!.of).toBe("losses");
    expect(losses.box!.conditions.map(({ input }) => input).sort()).toEqual(["x", "y"]);
  });

  it("are told of a hypercube whose replicates are longer than the draws looked at", async () => {
    const run = await finished(corner(1.4, 1, 1_000_000, "", "lhs"));
    expect(run.replication!.block).toBeGreaterThan(2 ** 14);
    const { box } = lossesOf(run)!;
    const { low, high } = box!.coverage;
    expect(low).toBeLessThan(high);
    expect(box!.conditions.map(({ input }) => input).sort()).toEqual(["x", "y"]);
  });

  it("lie in their box as often as its intervals say, at the thresholds as printed", async () => {
    const covered = { coverage: 0, support: 0, density: 0, outside: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const { box } = lossesOf(await finished(corner(1.4, seed)))!;
      const at = (name: string): number =>
        box!.conditions.find(({ input }) => input === name)?.min ?? 0;
      const [a, b] = [at("x"), at("y")];
      const hits = beyond(a, b, 1.4);
      const support = (1 - a) * (1 - b);
      const truth = {
        coverage: hits / 0.18,
        support,
        density: hits / support,
        outside: (0.18 - hits) / (1 - support),
      };
      for (const name of ["coverage", "support", "density", "outside"] as const) {
        if (box![name].low <= truth[name] && truth[name] <= box![name].high) covered[name]++;
      }
    }
    // Binomial(60, 0.95) is below 51 with a probability of 0.002.
    for (const count of Object.values(covered)) expect(count).toBeGreaterThanOrEqual(51);
  }, 60_000);

  it("have a box of gains where more futures lose than not", async () => {
    const { box } = lossesOf(await finished(corner(0.6)))!;
    expect(box!.of).toBe("gains");
    expect(box!.conditions.every(({ max, min }) => max !== undefined && min === undefined)).toBe(
      true,
    );
  });

  it("are not told from the others where nothing does", async () => {
    const run = await finished(`title: t
inputs: { x: ${UNIFORM} }
formulas: { cost: { formula: "sin(90000 * x)", unit: "1", label: Cost } }
outputs: [cost]
prices: { P: { price: 0.5, unit: "1" } }
run: { draws: 4096, seed: 1, method: sobol }`);
    expect(lossesOf(run)!.box).toBeUndefined();
  });

  it("are too few below two hundred, and there are none where all or none lose", async () => {
    const few = lossesOf(await finished(corner(1.9)))!;
    expect(few).toMatchObject({ needed: 200, inputs: [] });
    expect(few.box).toBeUndefined();
    expect(lossesOf(await finished(corner(2.1)))).toBeUndefined();
    expect(lossesOf(await finished(corner(-1)))).toBeUndefined();
  });

  it("are not looked for without a price, an uncertain input, or finite values", async () => {
    expect(lossesOf(await finished(corner(1.4).replace(/prices.*/, "")))).toBeUndefined();
    expect(
      lossesOf(await finished(corner(1.4).replace(/inputs.*/, "inputs: { x: 1, y: 1, z: 1 }"))),
    ).toBeUndefined();
    const undefinedDraws = corner(1.4)
      .replace('"x + y + 0 * z"', '"log(x - 0.5) + y + 0 * z"')
      .replace("method: sobol", "method: sobol, allow_undefined: true");
    expect(lossesOf(await finished(undefinedDraws))).toBeUndefined();
  });

  it("name the cases of a switch, and follow inputs that depend on it", async () => {
    const run = await finished(`title: t
inputs:
  rent: { distribution: uniform, min: 1, max: 2, unit: "1", label: Rent }
  load: { distribution: poisson, mean: 3, unit: "1", label: Load }
switches:
  market:
    cases:
      - { name: glut, weight: 0.5 }
      - { name: boom, weight: 0.5, inputs: { rent: { distribution: uniform, min: 3, max: 4 } } }
formulas: { cost: { formula: "rent + 0.1 * load", unit: "1", label: Cost } }
outputs: [cost]
prices: { P: { price: 2.6, unit: "1" } }
run: { draws: 8192, seed: 1, method: sobol }`);
    const { inputs, box } = lossesOf(run)!;
    const market = inputs.find(({ input }) => input === "market")!;
    expect(market.cases!.map((one) => one.case)).toEqual(["glut", "boom"]);
    expect(market.cases![1]!.losing.value).toBe(1);
    expect(market.cases![0]!.losing.value).toBeLessThan(0.05);
    expect(inputs[0]!.input).toMatch(/market|rent/);
    expect(box!.density.value).toBeGreaterThan(0.98);
  });
});
