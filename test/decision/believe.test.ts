import { describe, expect, it } from "vitest";
import { whatToBelieve } from "../../src/decision/believe.js";
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
