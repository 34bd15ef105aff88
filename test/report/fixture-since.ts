import type { EarlierSummary } from "../../src/summary/earlier-summary.js";
import { sinceEarlier } from "../../src/summary/since-earlier.js";
import type { EarlierRun } from "../../src/summary/since.js";
import type { Summary } from "../../src/summary/summary.js";

/** A run that came before: everything `times` what it is now, each chance of a price that of `odds`. */
interface Before {
  readonly times?: number;
  readonly odds?: number;
  readonly price?: number;
  readonly against?: string;
  readonly unit?: string;
  /** Of this run's unit, how many are one of the earlier's. */
  readonly scale?: number;
  readonly undefined?: number;
  readonly run?: Partial<EarlierRun>;
}

/** A summary held against a run that came before it. */
export function withSince(summary: Summary, before: Before): Summary {
  const { draws, seed, method } = summary.run;
  const usual = { id: "0123456789ab", version: "0.0.0", sha256: "cd".repeat(32) };
  const run = { scenario: summary.scenario, draws, seed, method, ...usual, ...before.run };
  const since = sinceEarlier(summary, earlierOf(summary, before), {
    run,
    scale: before.scale ?? 1,
  });
  return { ...summary, since };
}

function earlierOf(summary: Summary, before: Before): EarlierSummary {
  const { times = 1, odds, unit, price, against } = before;
  const moved = (one: { value: number; low: number; high: number }): typeof one => ({
    value: one.value * times,
    ...(times < 0
      ? { low: one.high * times, high: one.low * times }
      : { low: one.low * times, high: one.high * times }),
  });
  const outputs = Object.entries(summary.outputs).map(([name, output]) => {
    const { worstTwentieth: worst, percentiles } = output;
    const found = Object.entries(percentiles).map(([p, one]) => [p, moved(one)] as const);
    return [
      name,
      {
        unit: unit ?? output.unit,
        undefined: before.undefined ?? output.undefined,
        percentiles: Object.fromEntries(found),
        worstTwentieth: worst && { value: worst.value * times, error: worst.error },
      },
    ] as const;
  });
  const breakEven = summary.breakEven.map((one) => ({
    ...one,
    price: price ?? one.price,
    against: against ?? one.against,
    ...(odds === undefined ? {} : { probability: { value: odds, low: odds, high: odds } }),
  }));
  return {
    scenario: summary.scenario,
    run: summary.run,
    outputs: Object.fromEntries(outputs),
    breakEven,
  };
}
