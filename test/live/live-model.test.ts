import { describe, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import { type Changes, NO_CHANGES } from "../../src/live/changes.js";
import { liveModel } from "../../src/live/live-model.js";
import { CannotMove } from "../../src/live/move-input.js";
import { finish, repeatRun } from "../../src/live/repeat-run.js";
import { summarizeLive } from "../../src/live/summarize-live.js";
import { verdictOf } from "../../src/live/verdict.js";
import { makeRecord } from "../../src/live/make-record.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Summary } from "../../src/summary/summary.js";
import { EVERYTHING, type Live, liveOf } from "./fixtures.js";

function withRun(run: string): string {
  return EVERYTHING.replace(/^run: .*$/m, `run: { ${run} }`);
}

function summaryOf({ record }: Live, changes: Changes): Summary {
  const model = compileModel(record.scenario);
  const output = finish(liveModel(record, model))(changes);
  return summarizeLive(record, model, output, changes.price ?? record.price?.price);
}

describe("a run repeated from what a page carries", () => {
  it.each([
    "draws: 16384, seed: 3, method: sobol",
    "draws: 20000, seed: x, method: lhs",
    "draws: 9999, seed: 0, method: random",
    "draws: 4096, method: lhs, until: { against: List price, probability_error: 0.01 }",
  ])("finds exactly what the command found: %s", async (run) => {
    const { record, summary } = await liveOf(withRun(run));
    // What the browser parses is what was written.
    const carried = JSON.parse(JSON.stringify(record)) as typeof record;
    const found = finish(
      repeatRun(carried, compileModel(carried.scenario), carried.recorded.draws),
    );
    expect(found).toEqual({
      draws: summary.run.draws,
      atOrBelow: summary.breakEven[0]!.probability.value,
      median: summary.outputs["cost"]!.percentiles["p50"]!.value,
    });
    expect(verdictOf(record.recorded, found)).toEqual({ reproduced: true, difference: 0 });
  });

  it("makes the draws again of a run with so many outputs that it was only tallied", async () => {
    const rents = Array.from({ length: 63 }, (_, k) => `rent_${k}`);
    const text = withRun("draws: 262144, seed: 3, method: sobol");
    const held = await liveOf(text);
    const many = text
      .replace(/^  hourly:.*$/m, (line) =>
        [line, ...rents.map((name) => `  ${name}: { formula: rent, unit: USD/GPU/h }`)].join("\n"),
      )
      .replace("outputs: [cost, hourly]", `outputs: [cost, hourly, ${rents.join(", ")}]`);
    // What tallies say lies near what draws say.
    const { cost } = held.summary.outputs;
    const p50 = { ...cost!.percentiles["p50"]!, value: 1.0001 * cost!.percentiles["p50"]!.value };
    const near = { ...cost!, percentiles: { ...cost!.percentiles, p50 } };
    const tallied = { ...held.summary, outputs: { ...held.summary.outputs, cost: near } };
    const made = makeRecord(parseScenario("a.yaml", many), tallied);
    expect(made).toHaveProperty("record.recorded.median", held.record.recorded.median);
  });

  it("covers the first draws of a run too long for a page, compared with the same", async () => {
    const { record, summary } = await liveOf(withRun("draws: 300000, seed: 3, method: sobol"));
    expect(summary.run.draws).toBe(300_000);
    expect(record.recorded.draws).toBe(262_144);
    const shorter = await liveOf(withRun("draws: 262144, seed: 3, method: sobol"));
    expect(record.recorded.median).toBe(shorter.record.recorded.median);
    expect(record.recorded.atOrBelow).toBe(shorter.record.recorded.atOrBelow);
  });

  it("is not reproduced where one draw or the eleventh figure differs", async () => {
    const { recorded } = (await liveOf(EVERYTHING)).record;
    const oneMore = { ...recorded, atOrBelow: recorded.atOrBelow! + 1 / recorded.draws };
    expect(verdictOf(recorded, oneMore).reproduced).toBe(false);
    const away = { ...recorded, median: recorded.median! * (1 + 1e-8) };
    expect(verdictOf(recorded, away).reproduced).toBe(false);
    const rounding = { ...recorded, median: recorded.median! * (1 + 1e-13) };
    expect(verdictOf(recorded, rounding).reproduced).toBe(true);
    const { draws, median } = recorded;
    expect(verdictOf(recorded, { draws, median }).reproduced).toBe(false);
  });
});

describe("the live draws", () => {
  it("say the same as the report where nothing is moved and all its draws are live", async () => {
    const live = await liveOf(EVERYTHING);
    const shown = summaryOf(live, NO_CHANGES);
    // The report also keeps apart what differs and what is not known, which the panel does not.
    const { bands, ...own } = live.summary.outputs["cost"]!;
    expect(bands).toBeDefined();
    expect(shown.outputs["cost"]).toEqual(own);
    expect(shown.breakEven).toEqual(live.summary.breakEven.slice(0, 1));
  });

  it("are the first of a longer run, whatever its design", async () => {
    for (const method of ["sobol", "lhs", "random"]) {
      const { record } = await liveOf(withRun(`draws: 65536, seed: 3, method: ${method}`));
      expect(record.liveDraws).toBe(32_768);
      const model = compileModel(record.scenario);
      const output = finish(liveModel(record, model))(NO_CHANGES);
      const repeated = finish(repeatRun(record, model, 32_768));
      const share = output.values.filter((value) => value <= record.price!.price).length / 32_768;
      expect(share).toBe(repeated.atOrBelow);
    }
  });

  it("move with what is moved, and are as before when it is moved back", async () => {
    const { record } = await liveOf(EVERYTHING);
    const model = compileModel(record.scenario);
    const answer = finish(liveModel(record, model));
    const before = answer(NO_CHANGES).values;
    for (const name of record.inputs) {
      const wider = answer({ inputs: { [name]: { spread: 2 } } });
      expect(wider.values).not.toEqual(before);
      expect(answer(NO_CHANGES).values).toEqual(before);
    }
    expect(() => answer({ inputs: { rent: { median: -1 } } })).toThrow(CannotMove);
    expect(answer(NO_CHANGES).values).toEqual(before);
  });
});
