import { describe, expect, it } from "vitest";
import { type Belief, whatToBelieve } from "../../src/decision/believe.js";
import { placesOf } from "../../src/decision/places.js";
import { marginalOf } from "../../src/decision/marginal.js";
import { solve } from "../../src/decision/solve.js";
import { fixedDraws } from "../../src/decision/fixed-draws.js";
import type { Solution } from "../../src/decision/solve.js";
import type { CompiledModel } from "../../src/engine/compile-model.js";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import { inputsNamed, modelOf, STANDARD_NORMAL } from "../sensitivity/models.js";

function draws(model: CompiledModel) {
  const dimensions = model.inputs.map(({ name }) => name);
  return fixedDraws(model, { method: "sobol", draws: 16_384, seed: "1", dimensions });
}

function valueOf(solution: Solution): number {
  return solution.kind === "crosses" ? solution.crossings[0]!.value.value : NaN;
}

const Z90 = normalQuantile(0.9);

describe("what one would have to believe", () => {
  const model = modelOf(
    { ...inputsNamed(3, STANDARD_NORMAL), x3: "distribution: normal, mean: 0, sd: 0.01" },
    { y: "2*x1 - x2 + x3" },
  );
  const [x1, x2, x3] = whatToBelieve(draws(model), 0, 1);

  it("is the value of each input for even odds and for nine in ten, as in closed form", () => {
    // P(2 v - x2 + x3 <= 1) = Phi((1 - 2v) / sd), sd² = 1.0001.
    expect(valueOf(x1!.even.solution)).toBeCloseTo(0.5, 2);
    expect(valueOf(x1!.likely.solution)).toBeCloseTo((1 - Z90) / 2, 2);
    expect(valueOf(x2!.even.solution)).toBeCloseTo(-1, 2);
    expect(valueOf(x2!.likely.solution)).toBeCloseTo(2 * Z90 - 1, 1);
  });

  it("stands beside what is believed now, and the chance that it is so", () => {
    expect(x1!.p95).toBeCloseTo(normalQuantile(0.95), 10);
    expect(x1!.even.chance).toBeCloseTo(normalCdf(0.5), 2);
    expect(x2!.even.chance).toBeCloseTo(1 - normalCdf(-1), 2);
  });

  it("is that nothing can do it, or that nothing is needed, for an input with little effect", () => {
    expect(x3!.even).toEqual({ solution: { kind: "always" }, chance: 1 });
    expect(x3!.likely).toMatchObject({ solution: { kind: "never" }, chance: 0 });
  });

  it("adds up the stretches of an input that only does it in the middle, or only outside", () => {
    const bent = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1^2 + x2/1000", z: "-y" });
    const inside = 2 * normalCdf(1) - 1;
    expect(whatToBelieve(draws(bent), 0, 1)[0]!.even.chance).toBeCloseTo(inside, 2);
    expect(whatToBelieve(draws(bent), 1, -1)[0]!.even.chance).toBeCloseTo(1 - inside, 2);
  });
});

describe("what one would have to believe, from the passages of single futures", () => {
  const names = {
    ...inputsNamed(2, STANDARD_NORMAL),
    x3: "distribution: lognormal, p5: 1, p95: 9",
  };
  const independent = modelOf(names, { y: "x3*exp(x1)/(1 + exp(x2))" });
  const joined = modelOf(names, { y: "x1 + x2 + 0*x3" }, [["x1", "x2", 0.5]]);

  it("is what solving for the share finds", () => {
    const fixed = draws(independent);
    for (const { input, even, likely } of whatToBelieve(fixed, 0, 1.5)) {
      for (const [probability, { solution }] of [
        [0.5, even],
        [0.9, likely],
      ] as const) {
        const places = placesOf(marginalOf(fixed, input));
        const question = { input, output: 0, price: 1.5, probability, places };
        const solved = solve(fixed, { ...question, correlated: "follow" });
        expect(solution.kind).toBe(solved.kind);
        if (solution.kind !== "crosses" || solved.kind !== "crosses") continue;
        const [one, other] = [solution, solved].map(({ crossings: [crossing] }) => crossing!.value);
        // A replicate that crosses just beyond a place is cut off there by solving.
        const width = other!.high - other!.low;
        expect(Math.abs(one!.value - other!.value)).toBeLessThan(width / 10);
        expect(Math.abs(one!.high - other!.high)).toBeLessThan(width / 10);
      }
    }
  });

  it("has inputs that are correlated follow, while each future keeps its own", () => {
    const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
    const [x1] = whatToBelieve(draws(joined), 0, 1, ["x1"]);
    // Given x1 = v, the sum is normal around v (1 + rho) with variance 1 - rho².
    const spread = Math.sqrt(1 - rho * rho);
    expect(valueOf(x1!.even.solution)).toBeCloseTo(1 / (1 + rho), 2);
    expect(valueOf(x1!.likely.solution)).toBeCloseTo((1 - Z90 * spread) / (1 + rho), 1);
    // As drawn, x2 stays: x1 = 1 - x2, normal around 1.
    const sorted = x1!.inEachFuture.at.filter(Number.isFinite).sort();
    expect(sorted[sorted.length >> 1]).toBeCloseTo(1, 1);
  });

  it("has intervals that cover as often as they say, over 200 seeds, from 1,024 draws", () => {
    const model = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1 + x2" });
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const dimensions = ["x1", "x2"];
      const few = fixedDraws(model, { method: "sobol", draws: 1024, seed: `${seed}`, dimensions });
      const [{ likely }] = whatToBelieve(few, 0, 1, ["x1"]) as [Belief];
      if (likely.solution.kind !== "crosses") continue;
      const { low, high } = likely.solution.crossings[0]!.value;
      if (low <= 1 - Z90 && 1 - Z90 <= high) held++;
    }
    // Binomial(200, 0.95) is below 180 once in a thousand.
    expect(held).toBeGreaterThanOrEqual(180);
  });

  it("has an open interval where some replicates never get there, and solves where futures differ", () => {
    const slight = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1/20 + x2" });
    // At x1 = -3.09 the share is Phi(z + 0.1545): as close to 90% as the replicates of 128 draws differ.
    const few = fixedDraws(slight, {
      method: "sobol",
      draws: 1024,
      seed: "3",
      dimensions: ["x1", "x2"],
    });
    const [{ likely }] = whatToBelieve(few, 0, Z90 - 0.1545, ["x1"]) as [Belief];
    if (likely.solution.kind === "crosses") {
      expect(likely.solution.crossings[0]!.value.low).toBe(-Infinity);
    } else expect(likely.solution.kind).toBe("never");
    const mixed = modelOf(inputsNamed(2, STANDARD_NORMAL), { y: "x1*x2" });
    const [{ even }] = whatToBelieve(draws(mixed), 0, 0, ["x1"]) as [Belief];
    expect(["always", "crosses", "never"]).toContain(even.solution.kind);
  });
});
