import type { RunLine } from "../../../src/report/index/run-line.js";
import type { Interval } from "../../../src/statistics/estimate.js";

/** An estimate with the same error on either side. */
export function around(value: number, half: number): Interval {
  return { value, low: value - half, high: value + half };
}

/** A line of the history as a run would leave it. */
export function fixtureLine(more: Partial<RunLine> = {}): RunLine {
  return {
    format: "breakeven/history/1",
    scenario: "a",
    finished: "2026-01-02T03:04:05.678Z",
    version: "0.1.0",
    sha256: "aa",
    data: {},
    overrides: [],
    run: { draws: 1000, replicates: 8, seed: "1", method: "sobol" },
    output: { name: "cost", label: "Cost per million tokens", unit: "USD/Mtoken" },
    median: around(10, 0.1),
    p5: around(2, 0.1),
    p90: around(30, 0.5),
    p95: around(50, 1),
    excess: { against: "Ours", price: 15, probability: around(0.4, 0.01) },
    uncertain: true,
    topDriver: "throughput",
    expectations: { met: 0, missed: 0 },
    ...more,
  };
}
