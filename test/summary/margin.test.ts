import { expect, it } from "vitest";
import { marginOf } from "../../src/summary/margin.js";
import { finished } from "./finished.js";

function scenario(price: number, more = ""): string {
  return `title: t
inputs: { x: { distribution: exponential, mean: 4, unit: USD/Mtoken } }
formulas: { cost: { formula: "x ${more}", unit: USD/Mtoken, label: Cost } }
outputs: [cost]
prices: { P: { price: ${price}, unit: USD/Mtoken } }
run: { draws: 16384, seed: 1, method: sobol }`;
}

it("is that of an exponential cost in closed form, which forgets how far it has come", async () => {
  const { expected, whenLosing, whenWinning, losing } = marginOf(await finished(scenario(6)))!;
  const lost = Math.exp(-1.5);
  expect(losing / 16_384).toBeCloseTo(lost, 2);
  for (const [found, truth] of [
    [expected, 2],
    [whenLosing!, -4],
    [whenWinning!, (2 + 4 * lost) / (1 - lost)],
  ] as const) {
    expect(Math.abs(found.value - truth)).toBeLessThan(5 * found.error);
    expect(found.low).toBeLessThan(found.value);
    expect(found.high).toBeGreaterThan(found.value);
  }
});

it("has no losing side where none lose, and no winning one where all do", async () => {
  const never = marginOf(await finished(scenario(1000)))!;
  expect([never.losing, never.whenLosing]).toEqual([0, undefined]);
  const always = marginOf(await finished(scenario(1, "+ 2 USD/Mtoken")))!;
  expect([always.losing, always.whenWinning]).toEqual([16_384, undefined]);
});

it("is not told without a price", async () => {
  expect(marginOf(await finished(scenario(6).replace(/prices.*/, "")))).toBeUndefined();
});
