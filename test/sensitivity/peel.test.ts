import { describe, expect, it } from "vitest";
import { randomDesign } from "../../src/sampling/random.js";
import { conditionOn, meets } from "../../src/sensitivity/condition.js";
import { type Feature, peel, phi } from "../../src/sensitivity/peel.js";
import { simplestBox } from "../../src/sensitivity/simplest-box.js";
import { correlation } from "../../src/statistics/correlation.js";

const DRAWS = 8000;

function uniforms(input: string): Float64Array {
  const column = new Float64Array(DRAWS);
  randomDesign({ method: "random", draws: DRAWS, seed: "peel", dimensions: [] }).fill(
    input,
    0,
    column,
  );
  return column;
}

function ordered(values: Float64Array): Feature {
  return {
    levels: Uint8Array.from(values, (u) => Math.floor(100 * u)),
    count: 100,
    nominal: false,
  };
}

const [a, b, c, d] = ["a", "b", "c", "d"].map(uniforms);
const noise = ["e", "f", "g"].map(uniforms);

function limits(allowed: Uint8Array): readonly [number, number] {
  return [allowed.indexOf(1), allowed.lastIndexOf(1)];
}

describe("peeling", () => {
  it("finds a planted box, its edges to some levels, and leaves what does not matter alone", () => {
    const wanted = Uint8Array.from(a!, (u, k) => Number(u < 0.3 && b![k]! > 0.55));
    const features = [a!, b!, ...noise].map(ordered);
    const found = simplestBox(features, wanted)!;
    expect([...found.restricted].sort()).toEqual([0, 1]);
    const [low, high] = found.restricted.map((_, k) => limits(found.allowed[k]!));
    const byPlace = found.restricted[0] === 0 ? [low!, high!] : [high!, low!];
    // A cut takes 5% of what is left, so it may stop that much short.
    expect(byPlace[0]![0]).toBe(0);
    expect(Math.abs(byPlace[0]![1] - 29)).toBeLessThanOrEqual(2);
    expect(Math.abs(byPlace[1]![0] - 55)).toBeLessThanOrEqual(3);
    expect(byPlace[1]![1]).toBe(99);
  });

  it("cuts from both ends", () => {
    const wanted = Uint8Array.from(a!, (u) => Number(u > 0.4 && u < 0.6));
    const found = simplestBox([a!, b!].map(ordered), wanted)!;
    const [low, high] = limits(found.allowed[0]!);
    expect(Math.abs(low - 40)).toBeLessThanOrEqual(2);
    expect(Math.abs(high - 59)).toBeLessThanOrEqual(2);
  });

  it("keeps the cases of a switch that matter, whatever their order", () => {
    const cases = Uint8Array.from(c!, (u) => Math.floor(4 * u));
    const wanted = Uint8Array.from(cases, (one, k) =>
      Number((one === 0 || one === 2) && d![k]! < 0.9),
    );
    const found = simplestBox([{ levels: cases, count: 4, nominal: true }, ordered(a!)], wanted)!;
    expect(found.restricted).toEqual([0]);
    expect([...found.allowed[0]!]).toEqual([1, 0, 1, 0]);
  });

  it("asks no more than three things", () => {
    const wanted = Uint8Array.from(a!, (u, k) =>
      Number(u < 0.7 && b![k]! < 0.7 && c![k]! < 0.7 && d![k]! < 0.7),
    );
    const found = simplestBox([a!, b!, c!, d!].map(ordered), wanted)!;
    expect(found.restricted).toHaveLength(3);
  });

  it("asks one thing where one decides", () => {
    const wanted = Uint8Array.from(a!, (u, k) => Number(u + 0.02 * b![k]! < 0.3));
    expect(simplestBox([a!, b!, c!].map(ordered), wanted)!.restricted).toEqual([0]);
  });

  it("never empties a feature of a single level", () => {
    const wanted = Uint8Array.from(a!, (u) => Number(u < 0.5));
    const single = { levels: new Uint8Array(DRAWS), count: 100, nominal: false };
    expect(peel([single], wanted)[0]!.includes(0)).toBe(false);
    expect(simplestBox([single], wanted)).toBeUndefined();
  });
});

it("measures a box by the correlation of being inside with being wanted", () => {
  const inside = a!.map((u) => Number(u < 0.4));
  const wanted = a!.map((u, k) => Number(u + b![k]! < 0.9));
  const count = (column: Float64Array): number => column.reduce((sum, x) => sum + x, 0);
  const hits = count(inside.map((x, k) => x * wanted[k]!));
  const found = phi({ draws: count(inside), hits }, { draws: DRAWS, hits: count(wanted) });
  expect(found).toBeCloseTo(correlation(inside, wanted), 12);
});

describe("a condition", () => {
  const values = a!.map((u) => 1000 + 500 * u);
  const levels = ordered(a!).levels;
  const below = (level: number): Uint8Array =>
    new Uint8Array(100).map((_, k) => Number(k <= level));

  it("has few figures, and moves few draws", () => {
    const { max, min } = conditionOn("x", values, levels, below(41));
    expect(min).toBeUndefined();
    expect(String(max).replace(/0+$/, "").length).toBeLessThanOrEqual(3);
    const meant = values.filter((_, k) => levels[k]! <= 41).length;
    const met = values.filter((value) => meets({ input: "x", max: max! }, value)).length;
    expect(Math.abs(met - meant)).toBeLessThanOrEqual(0.01 * DRAWS);
  });

  it("keeps the very number where many draws share it", () => {
    const counts = a!.map((u) => 1.2345 + Math.floor(4 * u));
    const own = Uint8Array.from(a!, (u) => Math.floor(4 * u) * 25 + 12);
    expect(conditionOn("x", counts, own, below(40)).max).toBe(2.2345);
  });

  it("asks a switch for its cases", () => {
    expect([0, 1, 2].map((one) => meets({ input: "x", cases: [0, 2] }, one))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
