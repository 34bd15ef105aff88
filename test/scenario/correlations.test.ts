import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { createDependence, nearestCorrelations } from "../../src/scenario/dependence.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import type { Correlation } from "../../src/scenario/scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";

const scenario = (rest: string) =>
  parseScenario(
    "a.yaml",
    `name: a\ninputs:\n  x: "1 to 2"\n  y: "1 to 2"\n  z: "1 to 2"\nformulas: { c: x * y * z }\noutputs: [c]\nrun: { draws: 20000, method: random }\n${rest}\n`,
  );

const pairs = (xy: number, yz: number, xz: number): string =>
  `correlations: [{ between: [x, y], rank: ${xy} }, { between: [y, z], rank: ${yz} }, { between: [x, z], rank: ${xz} }]`;

const anyPairs = fc
  .tuple(
    fc.integer({ min: 3, max: 6 }),
    fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([size, tenths]): readonly Correlation[] => {
    const names = ["a", "b", "c", "d", "e", "f"].slice(0, size);
    return names
      .flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const))
      .map((between, k) => ({ between, rank: tenths[k]! / 10 }))
      .filter(({ rank }) => rank !== 0);
  })
  .filter((correlations) => correlations.length > 0 && !createDependence(correlations));

describe("correlations as a matrix", () => {
  it("mean the same as by pairs, to the bit", async () => {
    const matrix =
      "correlations: { inputs: [x, y, z], matrix: [[1, 0.5, -0.2], [0.5, 1, 0.3], [-0.2, 0.3, 1]] }";
    const [a, b] = await Promise.all(
      [
        matrix,
        "correlations: [{ between: [x, y], rank: 0.5 }, { between: [x, z], rank: -0.2 }, { between: [y, z], rank: 0.3 }]",
      ].map((text) => simulate(scenario(text), inlineEvaluator)),
    );
    expect(a).toEqual(b);
    for (const { asked, applied, achieved } of a!.correlations) {
      expect(applied).toBe(asked);
      // Five standard errors of a rank correlation, at most 1 / sqrt(n - 1) each (Kendall 1948).
      expect(Math.abs(achieved - asked)).toBeLessThan(5 / Math.sqrt(19_999));
    }
  });

  it("carry their source to every pair", () => {
    const { correlations } = scenario(
      "correlations: { inputs: [x, y], matrix: [[1, 0.5], [0.5, 1]], source: A paper }",
    );
    expect(correlations).toEqual([{ between: ["x", "y"], rank: 0.5, source: "A paper" }]);
  });
});

describe("correlations that cannot hold together", () => {
  it("become the nearest that can on request: all pairs, asked, applied and achieved", async () => {
    const text = `${pairs(0.9, 0.9, -0.9)}\ncorrelations_repair: nearest`;
    const { correlations, warnings } = await simulate(scenario(text), inlineEvaluator);
    // The nearest scores correlate by one half, which is a rank of 6 / pi asin(1 / 4) = 0.4826.
    const half = (6 / Math.PI) * Math.asin(1 / 4);
    expect(correlations.map(({ asked, applied }) => [asked, applied])).toEqual([
      [0.9, expect.closeTo(half, 6)],
      [-0.9, expect.closeTo(-half, 6)],
      [0.9, expect.closeTo(half, 6)],
    ]);
    for (const { applied, achieved } of correlations) {
      expect(Math.abs(achieved - applied)).toBeLessThan(5 / Math.sqrt(19_999));
    }
    expect(warnings[0]).toBe(
      "The rank correlations asked for cannot hold together; the nearest that can are applied. The largest change is that of x and y, from 0.90 to 0.48.",
    );
  });

  it("change pairs that were not named, and show those too", () => {
    const two = "correlations: [{ between: [x, y], rank: 0.9 }, { between: [y, z], rank: 0.9 }]";
    const { correlations } = scenario(`${two}\ncorrelations_repair: nearest`);
    const unnamed = correlations.find(({ between }) => !between.includes("y"))!;
    expect(unnamed.asked).toBe(0);
    expect(unnamed.rank).toBeGreaterThan(0.1);
  });

  it("are left as asked where they can hold after all", () => {
    const sound = pairs(0.5, 0.5, 0.1);
    expect(scenario(`${sound}\ncorrelations_repair: nearest`).correlations).toEqual(
      scenario(sound).correlations,
    );
  });

  it("always have a nearest that can, and it is no farther off than shrinking all of them", () => {
    fc.assert(
      fc.property(anyPairs, (correlations) => {
        const nearest = nearestCorrelations(correlations);
        expect(createDependence(nearest)).toBeDefined();
        expect(nearestCorrelations(nearest).map(({ rank }) => rank)).toEqual(
          nearest.map(({ rank }) => expect.closeTo(rank, 6)),
        );
        const score = (rank: number): number => 2 * Math.sin((Math.PI * rank) / 6);
        const distance = (ranks: readonly { rank: number; asked?: number }[]): number =>
          ranks.reduce((sum, { rank, asked = 0 }) => sum + (score(rank) - score(asked)) ** 2, 0);
        for (let percent = 99; percent >= 0; percent--) {
          const shrunk = nearest.map(({ between, asked = 0 }) => ({
            between,
            asked,
            rank: (asked * percent) / 100,
          }));
          if (!createDependence(shrunk)) continue;
          expect(distance(nearest)).toBeLessThan(distance(shrunk) + 1e-6);
          break;
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["three that exclude each other", pairs(0.9, 0.9, -0.9)],
    [
      "two that need a third",
      "correlations: [{ between: [x, y], rank: 0.9 }, { between: [y, z], rank: 0.9 }]",
    ],
  ])("are mended by writing what the message says: %s", (_, text) => {
    const fix = problemFix(text);
    const listed = [...fix.matchAll(/(\w) and (\w) (-?[\d.]+)/g)].map(
      ([, a, b, rank]) => `{ between: [${a}, ${b}], rank: ${rank} }`,
    );
    expect(listed).toHaveLength(3);
    expect(scenario(`correlations: [${listed.join(", ")}]`).correlations).toHaveLength(3);
  });
});

function problemFix(text: string): string {
  try {
    scenario(text);
  } catch (error) {
    if (error instanceof InvalidScenario) return error.problems[0]!.fix;
    throw error;
  }
  throw new Error("no problem found");
}
