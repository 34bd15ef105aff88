import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pointAnswer, type PointAnswer } from "../../src/comparison/point-answer.js";
import { spreadOf } from "../../src/comparison/spread.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { publicCases } from "./public-cases.js";

function answerOf(name: string, text: string): PointAnswer {
  const scenario = parseScenario(`${name}.yaml`, text);
  return pointAnswer(scenario, compileModel(scenario));
}

/** A case of the model token-cost; one without a margin leads with its cost. */
function answers(): readonly PointAnswer[] {
  return publicCases.map(([hour, speed, training, use, overhead, margin], k) =>
    answerOf(
      `case-${k}`,
      `name: case-${k}
model: token-cost
inputs:
  gpu_hour_cost: ${hour}
  throughput_per_gpu: { value: ${speed}, unit: token/s/GPU }
  training_ratio: ${training - 1}
  utilization: ${use}
  overhead: ${overhead - 1}
  gross_margin: ${1 - 1 / margin}
outputs: [${margin === 1 ? "cost_per_token" : "price_per_token"}]
`,
    ),
  );
}

describe("the point answer of a scenario", () => {
  it("names every factor it rests on once, in its own unit, and no more", () => {
    const [first, second] = answers();
    expect(first!.model).toBe("token-cost");
    expect(first!.output.name).toBe("price_per_token");
    expect(first!.factors.map(({ name }) => name).sort()).toEqual([
      ...["gpu_hour", "margin", "overhead", "throughput", "training", "utilization"],
    ]);
    expect(second!.factors.map(({ name }) => name)).not.toContain("margin");
    expect(first!.factors.find(({ name }) => name === "throughput")!.quantities).toEqual([
      { name: "throughput_per_gpu", value: expect.closeTo(10, 12), unit: "token/s/GPU" },
    ]);
  });

  it("has what bypasses every factor as one by itself", () => {
    const answer = answerOf(
      "taxed",
      `name: taxed
model: token-cost
inputs: { tax: 0.2 }
formulas: { taxed: { formula: cost_per_token * (1 + tax), unit: USD/Mtoken } }
outputs: [taxed]
`,
    );
    expect(answer.factors.map(({ name }) => name)).toContain("tax");
  });
});

describe("the spread of several answers", () => {
  it("is split over the factors of their model as the logarithms of a product are", () => {
    const spread = spreadOf(answers())!;
    expect(spread.covered).toHaveLength(publicCases.length);
    expect(spread.output).toBe("price_per_token");
    const shares = new Map(spread.factors.map(({ name, share }) => [name, share]));
    // NumPy 2: numpy.log(cases).var(axis=0), divided by its sum.
    const expected = {
      ...{ throughput: 0.80368, gpu_hour: 0.15983, training: 0.03002 },
      ...{ margin: 0.00363, utilization: 0.00142, overhead: 0.00142 },
    };
    for (const [name, share] of Object.entries(expected)) {
      expect(shares.get(name), name).toBeCloseTo(share, 5);
    }
    expect(Math.abs(spread.interaction)).toBeLessThan(1e-9);
    expect(spread.factors.map(({ name }) => name).slice(0, 3)).toEqual(
      Object.keys(expected).slice(0, 3),
    );
  });

  it("leaves out answers that the model's formulas do not give", () => {
    const own = answerOf(
      "own",
      `name: own
model: token-cost
formulas: { cost_per_token: 3 * raw_cost_per_token }
outputs: [cost_per_token]
`,
    );
    expect(spreadOf([own, ...answers()])!.covered).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("is said of three scenarios or more of a library's model, and of nothing else", () => {
    expect(spreadOf(answers().slice(0, 2))).toBeUndefined();
    const alone = answers().map(({ output, factors }) => ({ output, factors }));
    expect(spreadOf(alone)).toBeUndefined();
    expect(spreadOf([])).toBeUndefined();
    const [same] = answers();
    expect(spreadOf([same!, same!, same!])).toBeUndefined();
  });

  it("covers every bundled scenario of the model token-cost", () => {
    const folder = new URL("../../scenarios/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".yaml"),
    );
    const bundled = files
      .map((file) => answerOf(file, readFileSync(new URL(file, folder), "utf8")))
      .filter(({ model }) => model === "token-cost");
    const spread = spreadOf(bundled)!;
    expect(spread.covered).toHaveLength(bundled.length);
    expect(spread.factors[0]!.name).toBe("throughput");
    expect(spread.factors[0]!.share).toBeGreaterThan(0.5);
  });
});
