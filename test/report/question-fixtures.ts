import fc from "fast-check";
import type { Interval } from "../../src/statistics/estimate.js";
import type { DecisionValue } from "../../src/summary/decision.js";
import type { GivenCondition } from "../../src/summary/given.js";
import type { StressedShock, StressTest } from "../../src/summary/stress.js";
import type { Summary } from "../../src/summary/summary.js";
import { fixturePrice, fixtureSummary } from "./fixtures.js";

/** An estimate and an interval of some width about it. */
export function around(value: number, width = Math.abs(value) * 0.01): Interval {
  return { value, low: value - width, high: value + width };
}

const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.4999, 0.995, 0.001),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const width = fc.constantFrom(0, 0.0005, 0.01);
const amount = fc.double({ min: -1e10, max: 1e10, noNaN: true });

/** A shock under which the price suffices with a probability of `to`, where it did with `from`. */
export function fixtureShock(name: string, from: number, to: number, half = 0.001): StressedShock {
  const cost = 12 * Math.exp(2 * (0.5 - to));
  return {
    name,
    changes: [{ of: "pue", label: "PUE", factor: 2 }],
    probability: around(to, to === 0 || to === 1 ? 0 : half),
    ...{ p5: around(cost / 3), p50: around(cost), p95: around(cost * 4) },
    difference: {
      probability: to === from ? around(0, 0) : around(to - from, half),
      p50: around(cost - 12),
    },
    undefined: 0,
  };
}

/** A summary whose shocks make the price suffice as often as said, the largest step first. */
export function stressedSummary(from: number, to: readonly number[], half?: number): Summary {
  const shocks = to
    .map((one, k) => fixtureShock(`Shock ${k + 1}`, from, one, half))
    .toSorted(
      (a, b) =>
        Math.abs(b.difference.probability!.value) - Math.abs(a.difference.probability!.value),
    );
  const main = fixturePrice("GPT-5.4", 15, from);
  const stress: StressTest = {
    ...{ output: "cost", against: "GPT-5.4", price: 15, draws: 16_384, shocks },
    base: { probability: main.probability, p5: around(4), p50: around(12), p95: around(48) },
  };
  return fixtureSummary({ breakEven: [main], stress });
}

/** A condition of a share of 131,072 draws, which makes the price suffice as often as said. */
export function fixtureGiven(
  name: string,
  often: number,
  from: number,
  to: number,
): GivenCondition {
  const draws = Math.round(often * 131_072);
  const found = {
    ...{ probability: around(to, 0.002), difference: around(to - from, 0.001) },
    ...{ p5: around(3), p50: around(10), p95: around(40) },
  };
  return {
    ...{ name, formula: "pue > 1.2", output: "cost", against: "GPT-5.4", price: 15 },
    ...{ share: around(often, 0), draws, of: 131_072, undefined: 0 },
    ...(draws < 400 ? {} : { found }),
  };
}

/** A decision between two options and what it is worth to know each input. */
export function fixtureDecision(more: Partial<DecisionValue> = {}): DecisionValue {
  const input = (name: string, value: number) => ({
    input: name,
    label: name,
    value: around(value),
  });
  return {
    unit: "USD/year",
    options: [
      { name: "Serve", formula: "x", expected: around(4.2e6) },
      { name: "Do not serve", formula: "0", expected: around(0, 0) },
    ],
    best: 0,
    lead: { over: 1, difference: around(4.2e6) },
    wrong: around(0.3),
    perfect: around(2.5e6),
    inputs: [input("throughput", 1.5e6), input("utilization", 240_000), input("pue", 0)],
    ...{ undefined: 0, draws: 131_072, regressed: 16_384 },
    ...more,
  };
}

/** Summaries with any shocks, conditions and decision. */
export const anyQuestions: fc.Arbitrary<Summary> = fc
  .record({
    from: share,
    to: fc.array(share, { minLength: 1, maxLength: 5 }),
    half: width,
    given: fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 4 }),
    payoffs: fc.tuple(amount, amount),
    worths: fc.array(amount, { minLength: 1, maxLength: 4 }),
    wrong: share,
  })
  .map(({ from, to, half, given, payoffs, worths, wrong }) => {
    const best = payoffs[0] >= payoffs[1] ? 0 : 1;
    const inputs = worths
      .toSorted((a, b) => b - a)
      .map((value, k) => ({ input: `input${k}`, label: `Input ${k}`, value: around(value) }));
    return {
      ...stressedSummary(from, to, half),
      given: given.map(([often, at], k) => fixtureGiven(`Condition ${k}`, often, from, at)),
      decision: fixtureDecision({
        best,
        options: payoffs.map((value, k) => ({
          name: `Option ${k}`,
          formula: "x",
          expected: around(value),
        })),
        lead: { over: 1 - best, difference: around(Math.abs(payoffs[0] - payoffs[1])) },
        wrong: around(wrong, 0),
        perfect: around(Math.abs(payoffs[0])),
        inputs,
      }),
    };
  });
