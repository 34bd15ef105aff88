import { describe, expect, it } from "vitest";
// Worker threads run JavaScript, so these tests run the built output.
import { simulate } from "../../dist/pipeline.js";
import { parseScenario } from "../../dist/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../dist/simulation/inline.js";
import { createPool } from "../../dist/simulation/pool.js";
import { sampleTable } from "../../dist/simulation/sample-table.js";

const INPUTS = `  x: { distribution: lognormal, p5: 1, p95: 9 }
  y: { distribution: beta, alpha: 2, beta: 5 }
  z: { distribution: normal, mean: 0, sd: 1 }
`;
const UNCERTAIN = INPUTS.replace("p5: 1", "p5: { distribution: uniform, min: 1, max: 2 }");
const REST = `formulas: { cost: x / (y + 0.1) + z }
outputs: [cost, x]
prices: { p: { price: 10, output: cost } }
correlations: [{ between: [x, y], rank: -0.5 }]
`;
const SWITCHES = `switches:
  m:
    cases:
      - { name: a, weight: 1, inputs: { y: { distribution: beta, alpha: 5, beta: 2 } } }
      - { name: b, weight: 3 }
`;

const scenario = (text: string, method: string, draws = 4096) =>
  parseScenario(
    "a.yaml",
    `name: a\ninputs:\n${text}${REST}run: { draws: ${draws}, seed: 11, method: ${method} }\n`,
  );

function drawsOf(text: string, method: string): ReadonlyMap<string, Float64Array> {
  const columns = sampleTable(scenario(text, method));
  return new Map(columns.map(({ name, values }) => [name, values]));
}

describe.each(["random", "lhs", "sobol"])("inputs that depend on others, %s draws", (method) => {
  it("have the same bits inline and on 2 workers", async () => {
    const run = scenario(UNCERTAIN + SWITCHES, method, 20_000);
    const expected = JSON.stringify(await simulate(run, inlineEvaluator));
    const pool = createPool(2);
    expect(JSON.stringify(await simulate(run, pool))).toBe(expected);
    await pool.close();
  });

  it("leave the draws of every other input as they were, and their own in cases not theirs", () => {
    const plain = drawsOf(INPUTS, method);
    const changed = drawsOf(UNCERTAIN + SWITCHES, method);
    expect(changed.get("z")).toEqual(plain.get("z"));
    const inCaseB = [...changed.get("m")!].map((state) => state === 1);
    expect(inCaseB.filter(Boolean).length / inCaseB.length).toBeCloseTo(0.75, 1);
    const kept = (column: Float64Array) => column.filter((_, draw) => inCaseB[draw]);
    expect(kept(changed.get("y")!)).toEqual(kept(plain.get("y")!));
    expect(changed.get("x")).not.toEqual(plain.get("x"));
  });

  it("keep the draws of a parameter when another one is fixed", () => {
    const both = INPUTS.replace("p5: 1", "p5: 1 to 2").replace("mean: 0", "mean: 0 to 1");
    const text = `name: a\ninputs:\n${both}${REST}run: { draws: 4096, seed: 11, method: ${method} }\n`;
    const free = drawsOf(both, method);
    for (const parameter of ["x.p5", "x.p95"]) {
      const fixed = sampleTable(parseScenario("a.yaml", text, new Map([[parameter, 8]])));
      const found = new Map(fixed.map(({ name, values }) => [name, values]));
      expect(found.get("z")).toEqual(free.get("z"));
      expect(found.get("z.mean")).toEqual(free.get("z.mean"));
      expect(found.has("x.p5")).toBe(parameter === "x.p95");
      expect(found.get("x")).not.toEqual(free.get("x"));
    }
  });

  it("keep all draws when a parameter or a switch is fixed, but for what depends on it", () => {
    const free = drawsOf(UNCERTAIN + SWITCHES, method);
    const overrides = new Map<string, number | string>([
      ["m", "b"],
      ["x.p5", 1],
    ]);
    const text = `name: a\ninputs:\n${UNCERTAIN}${SWITCHES}${REST}`;
    const run = `run: { draws: 4096, seed: 11, method: ${method} }\n`;
    const fixed = sampleTable(parseScenario("a.yaml", text + run, overrides));
    const plain = drawsOf(INPUTS, method);
    for (const { name, values } of fixed) expect(values, name).toEqual(plain.get(name));
    expect(free.get("z")).toEqual(plain.get("z"));
    expect(fixed.map(({ name }) => name)).toEqual(["x", "y", "z", "cost"]);
  });
});
