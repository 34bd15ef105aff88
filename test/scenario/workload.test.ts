import { expect, it } from "vitest";
import { findModel } from "../../src/models/library.js";
import { workloads } from "../../src/models/workloads/workloads.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";

function problemsOf(text: string): readonly string[] {
  try {
    parseScenario("a.yaml", text);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map(({ line, message, fix }) => `${line}: ${message}. ${fix}`);
  }
}

it.each(workloads)(
  "lays $name over every quantity it shares with a model",
  ({ name, quantities }) => {
    for (const model of ["inference", "demand"]) {
      const scenario = parseScenario("a.yaml", `name: a\nmodel: ${model}\nworkload: ${name}`);
      const own = new Map(
        findModel(model)!.quantities.map((quantity) => [quantity.name, quantity]),
      );
      const shared = quantities.filter((quantity) => own.has(quantity.name));
      expect(shared.length).toBeGreaterThan(3);
      for (const theirs of shared) {
        const used = scenario.quantities.find((quantity) => quantity.name === theirs.name)!;
        expect(used.definition).toEqual(theirs.definition);
        expect(theirs.unit).toBe(own.get(theirs.name)!.unit);
        expect(theirs.label).toBe(own.get(theirs.name)!.label);
      }
    }
  },
);

it("lets a scenario's own inputs stand over those of the workload", () => {
  const scenario = parseScenario(
    "a.yaml",
    "name: a\nmodel: inference\nworkload: chat\ninputs: { cache_hit: 0.25 }",
  );
  const cacheHit = scenario.quantities.find(({ name }) => name === "cache_hit")!;
  expect(cacheHit.definition).toEqual({ kind: "constant", value: 0.25 });
});

it("names the workloads where it knows none of the name", () => {
  expect(problemsOf("name: a\nmodel: inference\nworkload: chats")).toEqual([
    "3: there is no workload chats. Did you mean chat?",
  ]);
});

it("refuses a workload for a model that asks nothing of it", () => {
  const [problem] = problemsOf("name: a\nmodel: gpu-hour\nworkload: chat");
  expect(problem).toMatch(/^3: this model asks nothing of a workload/);
});
