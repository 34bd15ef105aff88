import { calcPrice } from "@pydantic/genai-prices";
import { describe, expect, it } from "vitest";
import { catalog, catalogKeys } from "../../src/catalog/catalog.js";
import { priceListData } from "../../src/catalog/price-list-data.js";
import { models } from "../../src/models/library.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import { evaluateModel } from "../models/evaluate.js";

const all = models.flatMap(({ quantities }) => quantities);

describe.each(catalogKeys)("the catalog of %s", (key) => {
  it("names each entry once, and each fact of it as a model does, with source and grade", () => {
    const names = catalog[key].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, quantities } of catalog[key]) {
      for (const quantity of quantities) {
        const units = all.filter((one) => one.name === quantity.name).map(({ unit }) => unit);
        expect([name, quantity.name, [...new Set(units)]]).toEqual([
          name,
          quantity.name,
          [quantity.unit],
        ]);
        expect(quantity.source ?? "").not.toBe("");
        expect(quantity.grade).toMatch(/^[ABC]$/);
      }
    }
  });

  it("can be named in a scenario of the model inference", () => {
    for (const { name, quantities } of catalog[key]) {
      const scenario = parseScenario(
        "a.yaml",
        JSON.stringify({ name: "a", model: "inference", [key]: name }),
      );
      for (const fact of quantities) {
        const used = scenario.quantities.find((quantity) => quantity.name === fact.name);
        if (used) expect(used.definition).toEqual(fact.definition);
      }
    }
  });
});

it("prices as the package does, first tier, at noon of the day it was read", () => {
  const timestamp = new Date("2026-11-21T12:00:00Z");
  for (const [name, , input, cached, output] of priceListData) {
    const cost = (usage: Record<string, number>): number | undefined =>
      calcPrice(usage, name, { timestamp })?.total_price;
    expect([name, cost({ input_tokens: 1000 })]).toEqual([name, expect.closeTo(input / 1000, 12)]);
    expect(cost({ output_tokens: 1000 })).toBeCloseTo(output / 1000, 12);
    if (cached !== null) {
      expect(cost({ input_tokens: 1000, cache_read_tokens: 1000 })).toBeCloseTo(cached / 1000, 12);
    }
  }
});

it("knows the caches that makers publish", () => {
  // DeepSeek-V3 technical report: 70 kB a token; Llama 3.1 405B: 516 kB (2 x 126 x 8 x 128 x 2 bytes).
  const cache = (name: string): number => {
    const { quantities } = catalog.llm.find((entry) => entry.name === name)!;
    const { definition } = quantities.find((quantity) => quantity.name === "cache_per_token")!;
    return definition.kind === "constant" ? definition.value : NaN;
  };
  expect(cache("deepseek-v3")).toBeCloseTo(70.272, 9);
  expect(cache("llama-3.1-405b")).toBeCloseTo(516.096, 9);
});

it("puts a GPU and a language model together into a replica", () => {
  const text = JSON.stringify({ name: "a", model: "token-cost", gpu: "h200", llm: "kimi-k2" });
  const { quantities } = parseScenario("a.yaml", text);
  const value = (name: string): number => {
    const { definition } = quantities.find((quantity) => quantity.name === name)!;
    return definition.kind === "constant" ? definition.value : NaN;
  };
  const inputs = { memory_needed: value("memory_needed"), gpu_memory: value("gpu_memory") };
  // A trillion parameters at a byte on 141 GB: eight GPUs.
  expect(evaluateModel("token-cost", inputs, ["gpus_per_replica"])["gpus_per_replica"]).toBe(8);
});

it.each([
  ["gpu: h20O\nmodel: token-cost", "there is no gpu h20O"],
  ["llm: kimi\nmodel: inference", "there is no llm kimi"],
  ["price_list: claude\nmodel: inference", "there is no price list claude"],
  ["gpu: h200\nmodel: company", "this model asks nothing of a gpu"],
])("refuses %j with its place and a mend", (text, message) => {
  let found: InvalidScenario | undefined;
  try {
    parseScenario("a.yaml", `name: a\n${text}`);
  } catch (error) {
    if (error instanceof InvalidScenario) found = error;
  }
  expect(found?.problems[0]).toMatchObject({ line: 2, message });
  expect(found?.problems[0]?.fix).not.toBe("");
});
