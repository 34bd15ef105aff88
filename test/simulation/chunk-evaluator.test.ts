import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blockKernels } from "../../src/engine/block-kernel.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { createDesign } from "../../src/sampling/create-design.js";
import { designOf } from "../../src/sampling/design-of.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { chunkEvaluators } from "../../src/simulation/chunk-evaluator.js";
import { evaluateChunk } from "../../src/simulation/evaluate-chunk.js";

const METHODS = ["random", "lhs", "sobol"] as const;
const DRAWS = 5001;
/** Odd starts and ends, more and less than a block of draws. */
const CHUNKS = [
  { start: 0, length: 2049 },
  { start: 777, length: 1 },
  { start: 1777, length: 3224 },
];

/** Every scenario file of the package, by path. */
function bundled(): readonly string[] {
  const folder = new URL("../../scenarios/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".yaml")).map((file) => `scenarios/${file}`);
}

function scenarioAt(path: string): Scenario {
  const file = new URL(`../../${path}`, import.meta.url);
  return parseScenario(path, readFileSync(file, "utf8"));
}

describe.each([...bundled(), "test/reference/token-cost-8.yaml"])("%s", (path) => {
  const read = scenarioAt(path);

  it.each(METHODS)("has the bits of one stage after another, %s draws", (method) => {
    const scenario = { ...read, run: { ...read.run, draws: DRAWS, method } };
    const model = compileModel(scenario);
    const design = createDesign(designOf(scenario));
    expect(blockKernels(model)(design)).toBeDefined();
    const evaluate = chunkEvaluators(model)(design);
    for (const chunk of CHUNKS) {
      const column = (): Float64Array => new Float64Array(chunk.length).fill(7);
      const expected = scenario.outputs.map(column);
      const found = scenario.outputs.map(column);
      evaluateChunk(model, createDesign(designOf(scenario)), chunk, expected, chunk.start);
      evaluate(chunk, found, chunk.start);
      expect(found).toEqual(expected);
    }
  });
});

it("has the same bits where runs of several designs take turns", () => {
  // One input and short chunks: a run finds its kernel as it was, but for the other runs.
  const text = 'name: one\ninputs: { x: "1 to 2" }\noutputs: [x]\n';
  const scenario = parseScenario("one.yaml", text);
  const model = compileModel(scenario);
  const evaluatorOf = chunkEvaluators(model);
  const runs = METHODS.flatMap((method) =>
    ["1", "2"].map((seed) => {
      const run = designOf({
        ...scenario,
        run: { ...scenario.run, draws: DRAWS, method, seed },
      });
      return { run, evaluate: evaluatorOf(createDesign(run)) };
    }),
  );
  for (const start of [0, 100, 200]) {
    for (const { run, evaluate } of runs) {
      const [expected, found] = [new Float64Array(100), new Float64Array(100)];
      const chunk = { start, length: 100 };
      evaluateChunk(model, createDesign(run), chunk, [expected], start);
      evaluate(chunk, [found], start);
      expect(found).toEqual(expected);
    }
  }
});
