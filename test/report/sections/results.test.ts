import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import { simulate } from "../../../src/pipeline.js";
import { percentiles, prices } from "../../../src/report/sections/results.js";
import { inlineEvaluator } from "../../../src/simulation/inline.js";

const summaryOf = (x: string) =>
  simulate(
    parseScenario(
      "a.yaml",
      `name: a
inputs: { x: ${x} }
formulas: { cost: { formula: x * 2, unit: USD/Mtoken } }
outputs: [cost]
prices: { Low: { price: 5, unit: USD/Mtoken }, High: { price: 9, unit: USD/Mtoken } }
run: { draws: 400 }
`,
    ),
    inlineEvaluator,
  );

const text = (markup: string): string => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("the tables of the results", () => {
  it("have one value for each output and a yes or no for each price where nothing is uncertain", async () => {
    const summary = await summaryOf('"4 USD/Mtoken"');
    expect(text(percentiles(summary)!.markup)).toMatch(/Output Value Cost \(USD\/Mtoken\) 8 $/);
    expect(text(prices(summary)!.markup)).toMatch(
      /Which prices suffice .* Low .* no .* High .* yes/,
    );
  });

  it("have percentiles and shares of futures where something is", async () => {
    const summary = await summaryOf('"3 to 4 USD/Mtoken"');
    expect(text(percentiles(summary)!.markup)).toMatch(/P5 P25 Median P75 P95 Mean/);
    expect(text(prices(summary)!.markup)).toMatch(/Futures in which it suffices/);
  });
});
