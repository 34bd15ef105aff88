import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.js";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Method } from "../../src/scenario/scenario.js";
import { pawn } from "../../src/sensitivity/pawn.js";
import reference from "../reference/pawn.json" with { type: "json" };

interface Draws {
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  readonly scores: readonly [Float64Array, Float64Array];
  readonly replication: ReturnType<typeof createDesign>["replication"];
}

function draw(method: Method, draws: number, seed: string): Draws {
  const dimensions = ["a", "b", "idle"];
  const design = createDesign({ method, draws, seed, dimensions });
  const uniforms = new Map(
    dimensions.map((name) => {
      const column = new Float64Array(draws);
      design.fill(name, 0, column);
      return [name, column];
    }),
  );
  const [a, b] = ["a", "b"].map((name) => uniforms.get(name)!.map(normalQuantile));
  return { uniforms, scores: [a!, b!], replication: design.replication };
}

describe.each(["random", "lhs", "sobol"] as const)("PAWN distances from %s draws", (method) => {
  const { uniforms, scores, replication } = draw(method, 16_384, "2");
  const [a, b] = scores;

  it("of a sum of normals are those of numerical integration", () => {
    const values = a.map((z, i) => z + 2 * b[i]!);
    const [first, second, idle] = pawn(values, uniforms, replication);
    for (const [{ distance, noise }, truth] of [
      [first!, reference["0.4472"]],
      [second!, reference["0.8944"]],
    ] as const) {
      // What chance adds is at most the noise, and little where the distance is large.
      expect(distance.value).toBeGreaterThan(truth - 0.005);
      expect(distance.value).toBeLessThan(truth + noise);
      expect(distance.value).toBeGreaterThan(5 * noise);
    }
    expect(idle!.distance.value).toBeLessThan(1.2 * idle!.noise);
  });

  it("see an input that acts only through its correlation with another", () => {
    const values = a.map((z, i) => 0.8 * z + 0.6 * b[i]!);
    const joined = new Map([["twin", values.map((z) => normalCdf(z))], ...uniforms]);
    const [twin, first] = pawn(a, joined, replication);
    expect(twin!.distance.value).toBeGreaterThan(reference["0.8"] - 0.005);
    expect(twin!.distance.value).toBeLessThan(reference["0.8"] + 0.01);
    // An input that is the output: the k-th tenth is max(k, 9 - k) / 10 away, 0.7 on average.
    expect(first!.distance.value).toBeCloseTo(0.7, 2);
  });
});

describe("PAWN distances", () => {
  it("of an idle input exceed the noise level in one run of twenty", () => {
    let above = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { uniforms, scores } = draw("random", 1000, String(seed));
      const own = new Map([["idle", uniforms.get("idle")!]]);
      const [{ distance, noise }] = pawn(scores[0], own, undefined) as [
        ReturnType<typeof pawn>[number],
      ];
      above += Number(distance.value > noise);
    }
    // Binomial(300, 0.05): more than 31 with a probability of 1e-4, fewer than 4 with 5e-4 (SciPy 1.17).
    expect(above).toBeLessThanOrEqual(31);
    expect(above).toBeGreaterThanOrEqual(4);
  });

  it("count draws that are not numbers as larger than any number", () => {
    const { uniforms, scores, replication } = draw("sobol", 4096, "1");
    const values = uniforms.get("a")!.map((u, i) => (u > 0.9 ? NaN : scores[1][i]!));
    const finite = values.map((value) => (Number.isNaN(value) ? 100 : value));
    expect(pawn(values, uniforms, replication)).toEqual(pawn(finite, uniforms, replication));
  });

  it("of an output that only takes two values are differences of their shares", () => {
    const { uniforms, replication } = draw("sobol", 8192, "1");
    const values = uniforms.get("a")!.map((u) => (u < 0.25 ? 0 : 1));
    const [{ distance }] = pawn(values, uniforms, replication) as [ReturnType<typeof pawn>[number]];
    // Two tenths at 0 throughout, one half, seven at 1; overall a quarter.
    expect(distance.value).toBeCloseTo((2 * 0.75 + 0.25 + 7 * 0.25) / 10, 3);
  });
});
