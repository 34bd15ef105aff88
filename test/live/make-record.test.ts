import { describe, expect, it } from "vitest";
import { livePanel } from "../../src/live/live-panel.js";
import { makeRecord } from "../../src/live/make-record.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { EVERYTHING, liveOf } from "./fixtures.js";

async function made(text: string): Promise<ReturnType<typeof makeRecord>> {
  const scenario = parseScenario("a.yaml", text);
  return makeRecord(scenario, await simulate(scenario, inlineEvaluator));
}

const SMALL = "run: { draws: 400, seed: 1 }";

describe("what a page carries", () => {
  it("is the scenario and where its draws come from, no draws, and no more than is needed", async () => {
    const { record } = await liveOf(EVERYTHING);
    const text = JSON.stringify(record);
    expect(text.length).toBeLessThan(12_000);
    expect(text).not.toContain("Ours");
    expect(record.directions.length).toBeLessThan(400);
    expect(Object.keys(record.keys)).toContain("regime");
    expect(Object.values(record.keys).every((words) => words.length === 4)).toBe(true);
  });

  it("is the same bytes every time", async () => {
    const { scenario, summary } = await liveOf(EVERYTHING);
    const again = JSON.parse(JSON.stringify(scenario)) as typeof scenario;
    expect(livePanel(again, summary)).toEqual(livePanel(scenario, summary));
  });

  it("says in the page why it has no controls", async () => {
    const text = `name: a\ninputs: { n: { distribution: poisson, mean: 4 } }\noutputs: [n]\n${SMALL}`;
    const scenario = parseScenario("a.yaml", text);
    const insert = livePanel(scenario, await simulate(scenario, inlineEvaluator))!;
    expect(insert.section.markup).toContain("no input has a median that could be moved");
    expect(insert.scripts).toEqual([]);
  });

  it("moves the most important inputs that can be moved, and says why others cannot", async () => {
    const result = await made(EVERYTHING);
    if (!result || !("record" in result)) throw new Error("no record");
    expect(result.record.inputs).toHaveLength(4);
    for (const name of ["batch", "mix", "measured", "regime", "staff", "drift", "drift.sd"]) {
      expect(result.record.inputs).not.toContain(name);
    }
  });

  it("is nothing where nothing is uncertain", async () => {
    const text = `name: a\nformulas:\n  cost: { formula: 3 USD/Mtoken, unit: USD/Mtoken }\noutputs: [cost]\n${SMALL}`;
    expect(await made(text)).toBeUndefined();
  });

  it("is a reason where no input can be moved and there is no price", async () => {
    const text = `name: a\ninputs: { n: { distribution: poisson, mean: 4 } }\noutputs: [n]\n${SMALL}`;
    expect(await made(text)).toEqual({ reason: "no input has a median that could be moved" });
  });

  it("is a reason where measured data would make the page too large", async () => {
    const data = Array.from({ length: 20_000 }, (_, k) => (k + Math.PI) / 1000).join(", ");
    const text = `name: a\ninputs:\n  x: { distribution: empirical, data: [${data}] }\n  y: 1 to 2\nformulas:\n  z: x * y\noutputs: [z]\n${SMALL}`;
    expect(await made(text)).toEqual({
      reason: "the scenario's data would make the page too large",
    });
  });
});
