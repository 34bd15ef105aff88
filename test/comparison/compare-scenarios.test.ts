import { describe, expect, it } from "vitest";
import { compareScenarios } from "../../src/comparison/compare-scenarios.js";
import { essays, essayScenario } from "./essays.js";

/** Parts of a log ratio by factor, recomputed from the essays' numbers without rounding. */
const REFERENCE: readonly {
  readonly a: keyof typeof essays;
  readonly b: keyof typeof essays;
  readonly valueA: number;
  readonly valueB: number;
  readonly ratio: number;
  readonly log: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly shares: Readonly<Record<string, number>>;
}[] = [
  {
    ...{ a: "moe", b: "kimi", valueA: 0.21305377980720447, valueB: 141.5615713560919 },
    ...{ ratio: 664.440553386066, log: 6.4989454134833835 },
    parts: {
      gpu_hour: -0.5186247315059602,
      throughput: 5.521460917862243,
      training: 0.6931471805599456,
      utilization: 0.2231435513,
      overhead: 0.2231435513,
      margin: 0.3566749439,
    },
    shares: {
      gpu_hour: -0.0798,
      throughput: 0.849593,
      training: 0.1067,
      utilization: 0.0343,
      overhead: 0.0343,
      margin: 0.0549,
    },
  },
  {
    ...{ a: "dense", b: "kimi", valueA: 1.331586123795028, valueB: 141.5615713560919 },
    ...{ ratio: 106.31048854177055, log: Math.log(106.31048854177055) },
    parts: { throughput: 3.688879454113936 },
    shares: { throughput: 0.7905 },
  },
  {
    ...{ a: "moe", b: "rented", valueA: 0.21305377980720447, valueB: 46.55248133509003 },
    ...{ ratio: 46.55248133509003 / 0.21305377980720447, log: 5.386790964814981 },
    parts: { gpu_hour: 1.7098400815663157, throughput: 3.676950883248665 },
    shares: {},
  },
];

describe("comparing the essays", () => {
  it.each(REFERENCE)("splits $b over $a by factor", (reference) => {
    const { a, b, valueA, valueB, ratio, log, parts, shares } = reference;
    const {
      point,
      simulated,
      a: first,
      b: second,
    } = compareScenarios(essayScenario(a), essayScenario(b));
    expect(first.value / valueA).toBeCloseTo(1, 12);
    expect(second.value / valueB).toBeCloseTo(1, 12);
    expect(second.value / first.value / ratio).toBeCloseTo(1, 12);
    expect(point!.scale).toBe("log");
    expect(point!.total).toBeCloseTo(log, 12);
    expect(Math.abs(point!.residual)).toBeLessThan(1e-12);
    expect(simulated).toBeNull();
    const found = new Map(point!.parts.map((part) => [part.factor, part]));
    for (const [factor, effect] of Object.entries(parts)) {
      expect(found.get(factor)!.effect.value, factor).toBeCloseTo(effect, 9);
      expect(found.get(factor)!.multiplier, factor).toBeCloseTo(Math.exp(effect), 6);
    }
    for (const [factor, share] of Object.entries(shares)) {
      expect(found.get(factor)!.share!.value, factor).toBeCloseTo(share, 4);
    }
  });

  it("gives plain log ratios, for the price is a pure product of its factors", () => {
    const { point, factors } = compareScenarios(essayScenario("moe"), essayScenario("kimi"));
    const { moe, kimi } = essays;
    const ratios: Record<string, number> = {
      throughput: moe.throughput / moe.gpus / (kimi.throughput / kimi.gpus),
      training: (1 + kimi.train) / (1 + moe.train),
      utilization: moe.utilization / kimi.utilization,
      overhead: (1 + kimi.overhead) / (1 + moe.overhead),
      margin: (1 - moe.margin) / (1 - kimi.margin),
    };
    for (const [factor, ratio] of Object.entries(ratios)) {
      const part = point!.parts.find((one) => one.factor === factor)!;
      expect(part.effect.value, factor).toBeCloseTo(Math.log(ratio), 12);
    }
    expect(factors[0]!.name).toBe("throughput");
    expect(factors[0]!.from).toEqual({ value: expect.closeTo(2500, 9), unit: "token/s/GPU" });
    expect(factors[0]!.to!.value).toBeCloseTo(10, 12);
    expect(factors[0]!.changes.map(({ name }) => name).sort()).toEqual([
      "gpus_per_replica",
      "throughput",
    ]);
  });

  it("has every sign turned by comparing the other way round", () => {
    const there = compareScenarios(essayScenario("moe"), essayScenario("kimi")).point!;
    const back = compareScenarios(essayScenario("kimi"), essayScenario("moe")).point!;
    for (const { factor, effect, share } of there.parts) {
      const other = back.parts.find((part) => part.factor === factor)!;
      expect(other.effect.value).toBeCloseTo(-effect.value, 12);
      expect(other.share!.value).toBeCloseTo(share!.value, 12);
    }
  });
});
