import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { evaluateInline } from "../../src/simulation/inline.js";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

describe("the bundled scenarios", () => {
  it.each(files)("%s meets everything it expects, as a user runs it", async (file) => {
    const scenario = parseScenario(file, readFileSync(new URL(file, folder), "utf8"));
    const { expect: verdicts, outputs, warnings } = await simulate(scenario, evaluateInline);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ met }) => !met)).toEqual([]);
    expect(Object.values(outputs).filter((output) => output.undefined > 0)).toEqual([]);
    // A long tail is what some of them are about; every other warning is a slip of ours.
    expect(warnings.filter((text) => !text.startsWith("A few extreme draws"))).toEqual([]);
  });
});

/** What the essays print, and the quantity of the point scenario that has to come to it. */
const PRINTED: readonly [
  essay: string,
  file: string,
  output: string,
  printed: number,
  digits: number,
][] = [
  ["000", "kimi-k2-h200-point", "capital_per_gpu_year", 7500, 0],
  ["000", "kimi-k2-h200-point", "capital_in_cents", 0.86, 2],
  ["000", "kimi-k2-h200-point", "support_in_cents", 0.29, 2],
  ["000", "kimi-k2-h200-point", "gpu_hour_cost", 1.15, 2],
  ["000", "kimi-k2-h200-point", "replica_hour_cost", 5.75, 2],
  ["000", "kimi-k2-h200-point", "trained_hour_cost", 11.5, 2],
  ["000", "kimi-k2-h200-point", "hours_per_million_tokens", 5.56, 2],
  ["000", "kimi-k2-h200-point", "raw_cost_per_token", 80, 0],
  ["000", "kimi-k2-h200-point", "price_per_token", 143, 0],
  ["000", "kimi-k2-h200-point", "frontier_price", 285, 0],
  ["000", "kimi-k2-h200-point", "subsidy", 25, 0],
  ["001", "h100-dense-70b-point", "gpu_hour_cost", 1.92, 2],
  ["001", "h100-dense-70b-point", "cost_per_token", 1.33, 2],
  ["001", "h100-moe-point", "gpu_hour_cost", 1.92, 2],
  ["001", "h100-moe-point", "cost_per_token", 0.21, 2],
];

describe("the essays' printed numbers", () => {
  it.each(PRINTED)(
    "essay %s, %s: %s is %f to %i decimals",
    async (_, file, output, printed, digits) => {
      const text = readFileSync(new URL(`${file}.yaml`, folder), "utf8");
      const scenario = parseScenario(file, text);
      const { outputs } = await simulate(
        { ...scenario, run: { ...scenario.run, draws: 400 } },
        evaluateInline,
      );
      const { value } = outputs[output]!.percentiles["p50"]!;
      expect(Number(value.toFixed(digits))).toBe(printed);
    },
  );
});
