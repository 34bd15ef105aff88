import { describe, expect, it } from "vitest";
import type { Method } from "../../src/scenario/scenario.js";
import type { ChunkEvaluator } from "../../src/simulation/chunk-evaluator.js";
import { tallyMerger } from "../../src/simulation/tally-merger.js";
import { type Plan, planRun } from "../../src/simulation/plan.js";
import { chunkTallier, type TallyAsked } from "../../src/simulation/chunk-tallier.js";

const planOf = (draws: number, method: Method = "random"): Plan =>
  planRun({ method, draws, seed: "1", dimensions: ["x"] });

/** The output of a draw is its number, and every 10,000th has none. */
const numbered: ChunkEvaluator = ({ start, length }, [column], from) => {
  for (let draw = start; draw < start + length; draw++) {
    column![draw - from] = draw % 10_000 === 7 ? NaN : draw;
  }
};

const asked: TallyAsked = { outputs: [{ scale: 10, thresholds: [99.95] }], firstDraws: 20_000 };

describe("a tally of chunks", () => {
  it("is kept in an output's own unit, the first draws in base units", () => {
    const plan = planOf(50_000);
    const first = [new Float64Array(asked.firstDraws)];
    const tallier = chunkTallier(plan, asked, numbered, first);
    const merger = tallyMerger(asked);
    // The last chunk comes first.
    for (const [place, chunk] of [...plan.chunks.entries()].reverse()) {
      merger.add(place, tallier.add(chunk));
    }
    merger.count(tallier.counts());
    const [tally] = merger.finish(first);
    const { groups, undefinedAt } = tally!;
    expect(tally!.first.slice(0, 9)).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5, 6, NaN, 8));
    expect(tally!.first.at(-1)).toBe(19_999);
    expect(undefinedAt).toEqual([7, 10_007, 20_007]);
    const sum = (of: (group: (typeof groups)[number]) => number): number =>
      groups.reduce((total, group) => total + of(group), 0);
    expect(sum(({ count }) => count)).toBe(50_000);
    expect(sum((group) => group.undefined)).toBe(5);
    // Draws 0 to 999 without number 7.
    expect(sum(({ hits }) => hits[0]!)).toBe(999);
    expect(groups[0]!.low).toBe(0);
    expect(groups[3]!.high).toBe(4999.9);
  });

  it.each(["random", "lhs", "sobol"] as const)(
    "is readied for the longest run of %s draws",
    (method) => {
      const plan = planOf(1e10, method);
      expect(() => chunkTallier(plan, asked, numbered, [])).not.toThrow();
      expect(plan.chunks.every(({ length }) => length <= plan.chunks[0]!.length)).toBe(true);
    },
  );
});
