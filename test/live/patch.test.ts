import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { type Changes, NO_CHANGES } from "../../src/live/changes.js";
import { liveModel } from "../../src/live/live-model.js";
import { patchYaml } from "../../src/live/patch.js";
import { finish } from "../../src/live/repeat-run.js";
import { summarizeLive } from "../../src/live/summarize-live.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import hostile from "../reference/hostile-text.json" with { type: "json" };
import { EVERYTHING, type Live, liveOf } from "./fixtures.js";

type Mapping = Record<string, Record<string, unknown>>;

/** The scenario file with a patch's entries in place of its own. */
function patched(text: string, patch: string): string {
  const file = parse(text) as Mapping;
  const changes = parse(patch) as Mapping;
  for (const part of ["inputs", "prices"]) {
    file[part] = { ...file[part], ...changes[part] };
  }
  return stringify(file);
}

/** A move of every input that has sliders, and of the price. */
function someChanges({ record }: Live, p: number, spread: number): Changes {
  const inputs = record.inputs.map((name) => {
    const { definition } = record.scenario.quantities.find((one) => one.name === name)!;
    const { quantile } = createDistribution((definition as { spec: DistributionSpec }).spec);
    return [name, { median: Number(quantile(p).toPrecision(3)), spread }] as const;
  });
  return { price: record.price!.price * 1.13, inputs: Object.fromEntries(inputs) };
}

async function expectSame(text: string, live: Live, changes: Changes): Promise<void> {
  const { record } = live;
  const model = compileModel(record.scenario);
  const price = changes.price ?? record.price!.price;
  const shown = summarizeLive(record, model, finish(liveModel(record, model))(changes), price);
  const scenario = parseScenario("b.yaml", patched(text, patchYaml(record, changes)));
  const run = await simulate(scenario, inlineEvaluator);
  const [lead] = record.scenario.outputs;
  const own = run.breakEven.find(({ against }) => against === record.price!.name)!;
  expect(own.probability).toEqual(shown.breakEven[0]!.probability);
  expect(run.outputs[lead!]!.percentiles).toEqual(shown.outputs[lead!]!.percentiles);
}

describe("the changes as YAML", () => {
  it.each([
    [0.3, 1],
    [0.7, 1.5],
    [0.5, 0.6],
  ])("run by the command give what the panel shows: median at %f, spread %f", async (p, spread) => {
    const live = await liveOf(EVERYTHING);
    await expectSame(EVERYTHING, live, someChanges(live, p, spread));
  });

  it("hold for inputs that the scenario takes from its model", async () => {
    const text = readFileSync("scenarios/kimi-k2-h200.yaml", "utf8")
      .replace(/^run: .*$/m, "run: { draws: 16384, seed: 7 }")
      .replace(/^expect:[^]*/m, "");
    const live = await liveOf(text);
    await expectSame(text, live, someChanges(live, 0.6, 1.25));
    const gpuPower = { ...live, record: { ...live.record, inputs: ["cost_of_capital"] } };
    await expectSame(text, gpuPower, someChanges(gpuPower, 0.8, 0.9));
  });

  it("keep what the input is and say where the entry comes from", async () => {
    const { record } = await liveOf(EVERYTHING);
    expect(patchYaml(record, NO_CHANGES)).toBe("");
    expect(patchYaml(record, { price: 2.75, inputs: { rent: { median: 3 } } })).toBe(
      `inputs:
  rent:
    distribution: lognormal
    p5: 1.5
    p95: 6
    unit: "USD/GPU/h"
    label: "Rent"
    nature: variability
    source: "Moved in the report's own view; the median was 2"
prices:
  "List price": { price: 2.75, unit: "USD/Mtoken", output: cost, source: "Moved in the report's own view; the price was 2.5" }
`,
    );
  });

  it("carry hostile labels and names of prices as text", async () => {
    const { record } = await liveOf(EVERYTHING);
    for (const { text } of hostile.strings) {
      const quantities = record.scenario.quantities.map((quantity) => ({
        ...quantity,
        label: text,
      }));
      const scenario = { ...record.scenario, quantities };
      const yaml = patchYaml(
        { ...record, scenario, price: { name: text, price: 2 } },
        { price: 3, inputs: { rent: { median: 3 } } },
      );
      const { inputs, prices } = parse(yaml) as Mapping;
      expect((inputs!["rent"] as Record<string, unknown>)["label"]).toBe(text);
      expect(Object.keys(prices!)).toEqual([text]);
      expect(Object.keys(parse(yaml) as Mapping)).toEqual(["inputs", "prices"]);
    }
  });
});
