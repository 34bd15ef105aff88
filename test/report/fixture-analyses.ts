import fc from "fast-check";
import type { Estimate, Interval } from "../../src/statistics/estimate.js";
import type { Summary } from "../../src/summary/summary.js";

type Analyses = Required<Pick<Summary, "losses" | "margin" | "cases" | "stack">>;

function about(value: number): Estimate & Interval {
  const error = Math.abs(value) * 0.002;
  return { value, error, low: value - 2 * error, high: value + 2 * error };
}

/** What a run would say of losing futures, cases, margin and stack of the fixture's cost. */
export function fixtureAnalyses(more: Partial<Analyses> = {}): Analyses {
  const spread = (p50: number) => ({ p10: p50 / 4, p50, p90: p50 + (1 - p50) / 2 });
  const inputs = (scale: number) =>
    ["throughput", "utilization", "pue"].map((input) => ({
      ...{ input, median: about(scale), p10: scale / 2, p90: 2 * scale },
    }));
  return {
    losses: {
      ...{ output: "cost", against: "GPT-5.4", price: 15, draws: 65_536, losing: 29_753 },
      inputs: [
        { input: "throughput", separation: about(-0.8), group: spread(0.21), others: spread(0.71) },
        { input: "utilization", separation: about(-0.2), group: spread(0.4), others: spread(0.6) },
        { input: "pue", separation: about(0.001), group: spread(0.5), others: spread(0.5) },
      ],
      box: {
        of: "losses",
        conditions: [
          { input: "throughput", max: 210 },
          { input: "utilization", min: 0.123, max: 0.55 },
        ],
        ...{ coverage: about(0.81), support: about(0.3) },
        ...{ density: about(0.9), outside: about(0.004) },
      },
    },
    margin: {
      ...{ output: "cost", against: "GPT-5.4", price: 15, losing: 59_507, needed: 30 },
      ...{ expected: about(-5), whenLosing: about(-40), whenWinning: about(8.5) },
    },
    cases: {
      output: "cost",
      cases: [
        { percentile: 10, value: about(0.86), futures: 6554, inputs: inputs(400) },
        { percentile: 50, value: about(12), futures: 6554, inputs: inputs(200) },
        { percentile: 90, value: about(168), futures: 6554, inputs: inputs(100) },
      ],
      stacked: { value: 412, inputs: 3, beyond: about(0.02) },
    },
    stack: {
      ...{ output: "cost", total: 12, futures: 6554, factor: 0.998 },
      terms: [
        { label: "GPU capital", value: 3.333, error: 0.01 },
        { label: "Idle capacity", value: 3.333, error: 0.01 },
        { label: "Training", value: 5.334, error: 0.01 },
      ],
    },
    ...more,
  };
}

/** Any such analyses: losses few, one-sided or none, margins of any sign and size, stacks of any sign. */
export const anyAnalyses: fc.Arbitrary<Partial<Analyses>> = fc
  .record({
    scale: fc.double({ min: 1e-7, max: 1e9, noNaN: true }),
    margin: fc.double({ min: -3, max: 3, noNaN: true }),
    losing: fc.constantFrom(0, 12, 400, 65_536, 131_072),
    shift: fc.double({ min: -1, max: 1, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    terms: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 7 }),
    futures: fc.constantFrom(1, 6554),
    of: fc.constantFrom("losses", "gains"),
    without: fc.subarray(["losses", "margin", "cases", "stack"] as const),
  })
  .map(({ scale, margin, losing, shift, share, terms, futures, of, without }) => {
    const usual = fixtureAnalyses();
    const total = terms.reduce((sum, x) => sum + x, 0) * scale;
    const oneSided = losing === 0 || losing >= usual.losses.draws;
    const all: Analyses = {
      losses: {
        ...usual.losses,
        losing,
        price: scale,
        ...(losing < 200 ? { needed: 200, inputs: [] } : {}),
        ...(losing < 200
          ? {}
          : {
              inputs: usual.losses.inputs.map((input) => ({ ...input, separation: about(shift) })),
            }),
        box: {
          ...usual.losses.box!,
          of: of as "losses",
          conditions: [{ input: "throughput", min: scale }],
          ...{ coverage: about(share), support: about(share), density: about(share) },
        },
      },
      margin: {
        ...usual.margin,
        ...{ price: scale, losing, expected: about(margin * scale) },
        whenLosing: about(-scale * share),
      },
      cases: {
        ...usual.cases,
        stacked: { value: scale, inputs: 2, beyond: about(share < 0.1 ? 0 : share) },
      },
      stack: {
        ...{ output: "cost", total, futures, factor: 1 },
        terms: terms.map((x, k) => ({ label: `Term ${k}`, value: x * scale, error: 0 })),
      },
    };
    return Object.fromEntries(
      Object.entries(all).filter(
        ([name]) =>
          !(without as readonly string[]).includes(name) && !(name === "losses" && oneSided),
      ),
    ) as Partial<Analyses>;
  });
