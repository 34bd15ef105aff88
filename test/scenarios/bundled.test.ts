import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".yaml"),
);

/** Scenarios that go beyond a limit of their model, and how many limits. */
const LIMITED: Readonly<Record<string, number>> = {
  "essays/essay-001-h100-moe.yaml": 1,
  "essays/essay-001-h100-moe-physics.yaml": 2,
  "essays/essay-004-r1-decode.yaml": 1,
  "essays/essay-004-r1-first-principles.yaml": 2,
  "r1-on-h100.yaml": 1,
};

describe("the bundled scenarios", () => {
  it.each(files)("%s meets everything it expects, as a user runs it", async (file) => {
    const scenario = parseScenario(file, readFileSync(new URL(file, folder), "utf8"));
    const { expect: verdicts, outputs, warnings } = await simulate(scenario, inlineEvaluator);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ met }) => !met)).toEqual([]);
    expect(Object.values(outputs).filter((output) => output.undefined > 0)).toEqual([]);
    // A long tail is what some of them are about; every other warning is a slip of ours.
    const others = warnings.filter((text) => !text.startsWith("A few extreme draws"));
    expect(others).toHaveLength(LIMITED[file] ?? 0);
    for (const warning of others)
      expect(warning).toMatch(/^In (every future|[0-9.]+% of futures) /);
  });
});
