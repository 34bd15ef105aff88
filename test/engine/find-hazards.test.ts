import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import { effectiveRange } from "../../src/distributions/effective-range.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { findHazards } from "../../src/engine/find-hazards.js";
import { models } from "../../src/models/library.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

const hazards = (x: string, formula = "1 / x", unit = "token/s"): readonly string[] =>
  findHazards(
    compileModel(
      parseScenario(
        "a.yaml",
        `name: a\ninputs: { x: { distribution: ${x}, unit: ${unit} } }\nformulas: { cost: "${formula}" }\noutputs: [cost]\n`,
      ),
    ),
  );

describe("a denominator", () => {
  it("is warned of in words, with its range in its own unit", () => {
    expect(hazards("normal, mean: 164, sd: 37", "(3 USD/s) / x", "Mtoken/s")).toEqual([
      // 164 plus and minus 4.7534 standard deviations: normal quantiles of 1e-6 (SciPy 1.17).
      "cost divides by x, which can be 0 or change sign (range -11.9 to 340 Mtoken/s)",
    ]);
  });

  it("that is no name has its range in base units", () => {
    expect(hazards("uniform, min: 1, max: 3", "1 / (x - 2 kW)", "kW")).toEqual([
      "cost divides by x - 2 kW, which can be 0 or change sign (range -1,000 to 1,000 J/s)",
    ]);
  });

  // P(x <= 0) of a normal is 1e-6 where its mean is 4.7534 standard deviations above 0 (SciPy 1.17).
  it.each([
    ["reaches zero with a probability of 1.1e-6", "normal, mean: 4.74, sd: 1", 1],
    ["reaches zero with a probability of 0.9e-6", "normal, mean: 4.77, sd: 1", 0],
    ["is far from zero", "normal, mean: 100, sd: 1", 0],
    ["is a uniform from zero", "uniform, min: 0, max: 1", 1],
    ["is a uniform below zero", "uniform, min: -1, max: 0", 1],
    ["is an exponential", "exponential, mean: 2", 1],
    ["is a triangle that falls from zero", "triangular, min: 0, mode: 0, max: 1", 1],
    ["is a triangle that rises from zero", "triangular, min: 0, mode: 0.5, max: 1", 0],
    ["is a beta that vanishes at zero", "beta, mean: 0.65, sd: 0.07", 0],
    ["is a beta without a bound at zero", "beta, alpha: 0.5, beta: 2", 1],
    ["is a pert from zero", "pert, min: 0, mode: 3, max: 6", 0],
    ["is a wide lognormal", "lognormal, p5: 1, p95: 10000", 0],
    ["is a gamma that vanishes at zero", "gamma, shape: 3, scale: 1", 0],
    ["is cut off at zero where it is likely", "normal, mean: 1, sd: 1, truncate: [0, 9]", 1],
    ["is cut off at zero where it never is", "normal, mean: 9, sd: 1, truncate: [0, 20]", 0],
    ["counts what may be none", "poisson, mean: 3", 1],
    ["counts what is hardly ever none", "poisson, mean: 60", 0],
    ["is 0 or 1", "bernoulli, p: 0.9", 1],
    ["is one of a few numbers above zero", "discrete, values: [1, 2], weights: [1, 1]", 0],
    ["has tails without a mean", "cauchy, location: 100, scale: 1", 1],
  ])("that %s", (_, distribution, count) => {
    expect(hazards(distribution)).toHaveLength(count);
  });

  it.each([
    "if(x > 0, 1 / x, 0)",
    "if(2 * x > 1, 1 / x, 0)",
    "if(x <= 0, 0, log(x))",
    "if(x != 0, 1 / (x * x), 0)",
    "1 / max(x, 0.001)",
    "1 / (x * x + 1)",
    "sqrt(x * x)",
    "1 / (1 + exp(x) - x)",
    "1 / (3 + x - 2 * x)",
  ])("that is guarded, or cannot be zero in spite of its bounds, is not: %s", (formula) => {
    expect(hazards("uniform, min: -1, max: 2", formula, '"1"')).toEqual([]);
  });

  it.each([
    ["if(x > -0.5, 1 / x, 0)", "divides by x, which can be 0 or change sign (range -0.493 to 2)"],
    ["if(x > -3, 1 / x, 0)", "divides by x, which can be 0 or change sign (range -1 to 2)"],
    ["1 / (x - 0.5) ^ 2", "divides by (x - 0.5)^2, which can be 0 (range 0 to 2.25)"],
    [
      "1 / (1 + x - 2 * x)",
      "divides by 1 + x - 2 * x, which can be 0 or change sign (range -1 to 2)",
    ],
    ["1 / (1 / x)", "divides by x, which can be 0 or change sign (range -1 to 2)"],
  ])("that can be zero in spite of its guard or form is: %s", (formula, says) => {
    expect(hazards("uniform, min: -1, max: 2", formula, '"1"')).toEqual([`cost ${says}`]);
  });

  it("is looked at in every quantity that the outputs need, and in no other", () => {
    const text = `name: a
inputs: { x: { distribution: uniform, min: -1, max: 1 }, none: 0 }
formulas:
  inner: 1 / x
  outer: inner + 1 / (2 * none)
  idle: 1 / x
outputs: [outer]
`;
    expect(findHazards(compileModel(parseScenario("a.yaml", text)))).toEqual([
      "inner divides by x, which can be 0 or change sign (range -1 to 1)",
      "outer divides by 2 * none, which is always 0",
    ]);
  });

  it("that has one of several distributions lies in any of them", () => {
    const switched = (there: string): readonly string[] => {
      const text = `name: a
inputs: { x: { distribution: uniform, min: 2, max: 3 } }
switches:
  place:
    cases:
      - { name: here, weight: 1 }
      - { name: there, weight: 1, inputs: { x: ${there} } }
formulas: { cost: 1 / x }
outputs: [cost]
`;
      return findHazards(compileModel(parseScenario("a.yaml", text)));
    };
    expect(switched("{ distribution: uniform, min: 5, max: 6 }")).toEqual([]);
    expect(switched("{ distribution: uniform, min: -1, max: 6 }")).toHaveLength(1);
  });

  it("whose form doubles from formula to formula is looked at in time", () => {
    const chain = Array.from({ length: 40 }, (_, k) => `  f${k + 1}: f${k} + f${k}\n`).join("");
    const text = `name: a\ninputs: { f0: "1 to 2" }\nformulas:\n${chain}  cost: 1 / f40\noutputs: [cost]\n`;
    expect(findHazards(compileModel(parseScenario("a.yaml", text)))).toEqual([]);
  });

  it.each(models.map(({ name }) => name))("is none in the model %s as it comes", (model) => {
    const scenario = parseScenario("a.yaml", `name: a\nmodel: ${model}\n`);
    expect(findHazards(compileModel(scenario))).toEqual([]);
  });
});

describe("the effective range", () => {
  it.each([
    ["uniform", { min: 500, max: 501 }, [500, 501]],
    ["beta", { alpha: 1, beta: 1 }, [0, 1]],
    ["bernoulli", { p: 0.3 }, [0, 1]],
    ["discrete", { values: [3, 7], weights: [1, 1] }, [3, 7]],
    ["exponential", { rate: 1 }, [0, 13.815510557964274]],
  ])("of %s %o is %o", (distribution, parameters, [low, high]) => {
    const range = effectiveRange(createDistribution({ distribution, parameters }));
    expect(range[0]).toBeCloseTo(low!, 9);
    expect(range[1]).toBeCloseTo(high!, 9);
  });
});
