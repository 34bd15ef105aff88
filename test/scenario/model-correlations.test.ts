import { expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

function ranksOf(more: string): Readonly<Record<string, number>> {
  const { correlations } = parseScenario("a.yaml", `name: a\nmodel: gpu-hour\n${more}`);
  return Object.fromEntries(correlations.map(({ between, rank }) => [between.join(" "), rank]));
}

it("takes the correlations of a model that it says nothing of", () => {
  expect(ranksOf("")["lifetime residual_share"]).toBe(-0.5);
});

it("puts its own in their place, whichever way round the pair is written", () => {
  const ranks = ranksOf("correlations: [{ between: [residual_share, lifetime], rank: -0.8 }]");
  expect(ranks["residual_share lifetime"]).toBe(-0.8);
  expect(ranks["lifetime residual_share"]).toBeUndefined();
  expect(ranks["pue electricity_price"]).toBe(-0.2);
});

it("leaves out those of an input that is fixed", () => {
  expect(ranksOf("inputs: { lifetime: 4 }")["lifetime residual_share"]).toBeUndefined();
});
