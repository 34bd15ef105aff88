import { describe, expect, it } from "vitest";
import { changeSince } from "../../../src/report/index/change.js";
import type { Interval } from "../../../src/statistics/estimate.js";
import { around, fixtureLine } from "./run-lines.js";

describe("what a run changed", () => {
  const now = fixtureLine({ finished: "2026-01-03T00:00:00.000Z" });

  it("is nothing where the run before was the same run", () => {
    expect(changeSince(fixtureLine(), now)).toEqual({ kind: "repeated" });
  });

  it("is a difference of chances, clear where its interval leaves out zero", () => {
    const before = fixtureLine({
      sha256: "bb",
      excess: { against: "Ours", price: 15, probability: around(0.34, 0.01) },
    });
    const change = changeSince(before, now);
    expect(change).toMatchObject({ of: "excess", before: 0.34, clear: true, sameInputs: false });
    const { difference } = change as Extract<typeof change, { kind: "difference" }>;
    expect(difference.value).toBeCloseTo(0.06, 12);
    expect(difference.high - difference.value).toBeCloseTo(Math.SQRT2 * 0.01, 12);
  });

  it("is not clear within the errors of both, though it leaves the error of either", () => {
    const before = fixtureLine({
      run: { ...now.run, seed: "2" },
      excess: { against: "Ours", price: 15, probability: around(0.387, 0.01) },
    });
    expect(changeSince(before, now)).toMatchObject({ clear: false, sameInputs: true });
  });

  it("names a price that moved and a version that was another", () => {
    const before = fixtureLine({
      version: "0.0.9",
      excess: { against: "Ours", price: 12, probability: around(0.5, 0.01) },
    });
    expect(changeSince(before, now)).toMatchObject({ price: "Ours", version: "0.0.9" });
  });

  it("is of the medians where the prices differ by name, and of nothing where the outputs do", () => {
    const priced = fixtureLine({
      excess: { against: "Theirs", price: 15, probability: around(0.5, 0.01) },
    });
    expect(changeSince(priced, now)).toMatchObject({ of: "median", before: 10 });
    const other = fixtureLine({ output: { ...now.output, name: "margin" } });
    expect(changeSince(other, now)).toEqual({ kind: "other" });
  });

  it("is of nothing where a file holds no finite number", () => {
    const none = JSON.parse('{"value":null,"low":null,"high":null}') as Interval;
    const later = fixtureLine({ sha256: "cc", excess: { ...now.excess!, against: "Theirs" } });
    expect(changeSince(fixtureLine({ median: none }), later)).toEqual({ kind: "other" });
  });

  it("counts data files and overrides as inputs", () => {
    for (const more of [{ data: { "a.csv": "12" } }, { overrides: ["rent=2"] }]) {
      expect(changeSince(fixtureLine(more), now)).toMatchObject({ sameInputs: false });
    }
  });
});
