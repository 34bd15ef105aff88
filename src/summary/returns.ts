import { keptOf } from "../decision/conditioned.js";
import { internalRate } from "../decision/internal-rate.js";
import { payback } from "../decision/payback.js";
import { presentValue } from "../decision/present-value.js";
import type { Replication } from "../sampling/design.js";
import { type Column, columnOf } from "../statistics/column.js";
import { complement } from "../statistics/complement.js";
import { countUndefined } from "../statistics/count-undefined.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import { meanEstimate } from "../statistics/moments.js";
import { exactly } from "./drawn-output.js";
import type { YearsOfDraws } from "./year-flows.js";
import { shareAtOrBelow, spreadOfGains, spreadOver, type YearSpread } from "./year-spread.js";

/** Fewer futures say too little of percentiles among them. */
const AMONG_MIN = 400;

/** What an investment returns over its years, as distributions over futures. */
export interface Returns {
  /** The investment and all cash up to the end of each year, not discounted; year 0 is its beginning. */
  readonly cumulative: {
    readonly unit: "USD";
    readonly years: readonly { readonly year: number; readonly cash: YearSpread }[];
  };
  /** Net present value. */
  readonly npv: YearSpread & {
    readonly unit: "USD";
    /** Null where some draw has none. */
    readonly mean: (Estimate & Interval) | null;
    readonly negative: Interval;
  };
  /** Years until the cash adds up to the investment; futures in which it never does stand above all. */
  readonly payback: YearSpread & { readonly unit: "year"; readonly never: Interval };
  /** Internal rate of return, among those futures that have exactly one. */
  readonly irr: Partial<YearSpread> & { readonly unit: "%"; readonly exists: Interval };
  /** Draws in which some year's cash, the investment or the rate is not a finite number. */
  readonly undefinedReturns: number;
}

/** Net present value, payback and internal rate of every future, summed up. */
export function returnsOf(drawn: YearsOfDraws, replication: Replication | undefined): Returns {
  const column = (values: Float64Array): Column => columnOf(values, replication);
  const futures = perFuture(drawn);
  const count = drawn.years.length;
  const undefinedReturns = countUndefined(futures.npv);
  const reached = shareAtOrBelow(column(futures.payback), count, drawn.fixed);
  // Where what is gained is not a number, it is taken as lost.
  const losses = column(futures.npv.map((gain) => 0 - gain));
  return {
    cumulative: { unit: "USD", years: cumulativeSpreads(drawn, column) },
    npv: {
      unit: "USD",
      mean: undefinedReturns > 0 ? null : meanOver(column(futures.npv), drawn.fixed),
      negative: complement(shareAtOrBelow(losses, 0, drawn.fixed)),
      ...spreadOfGains(losses),
    },
    payback: { unit: "year", never: complement(reached), ...spreadOver(column(futures.payback)) },
    irr: ratesOf(futures.irr, column, drawn.fixed),
    undefinedReturns,
  };
}

function meanOver(column: Column, fixed: boolean): Estimate & Interval {
  const { value, error, low, high } = meanEstimate(column);
  return fixed ? { ...exactly(column.values[0]!), error: 0 } : { value, error, low, high };
}

interface Futures {
  readonly npv: Float64Array;
  readonly payback: Float64Array;
  /** In percent a year; no number where there is none, or not one alone. */
  readonly irr: Float64Array;
}

function perFuture({ years, investment }: YearsOfDraws): Futures {
  const draws = investment.length;
  const found = {
    npv: new Float64Array(draws),
    payback: new Float64Array(draws).fill(NaN),
    irr: new Float64Array(draws).fill(NaN),
  };
  const flows = new Float64Array(years.length + 1);
  const rates = new Float64Array(years.length);
  for (let draw = 0; draw < draws; draw++) {
    flows[0] = -investment[draw]!;
    for (let k = 0; k < years.length; k++) {
      flows[k + 1] = years[k]!.cash[draw]!;
      rates[k] = years[k]!.rate[draw]!;
    }
    const value = presentValue(flows, rates);
    found.npv[draw] = Number.isFinite(value) ? value : NaN;
    if (!Number.isFinite(value)) continue;
    found.payback[draw] = payback(flows);
    found.irr[draw] = 100 * internalRate(flows);
  }
  return found;
}

function cumulativeSpreads(
  { years, investment }: YearsOfDraws,
  column: (values: Float64Array) => Column,
): Returns["cumulative"]["years"] {
  const lost = investment.slice();
  const spread = (year: number) => ({ year, cash: spreadOfGains(column(lost)) });
  return [
    spread(0),
    ...years.map(({ cash }, k) => {
      for (let draw = 0; draw < lost.length; draw++) lost[draw]! -= cash[draw]!;
      return spread(k + 1);
    }),
  ];
}

function ratesOf(
  rates: Float64Array,
  column: (values: Float64Array) => Column,
  fixed: boolean,
): Returns["irr"] {
  const has = rates.map((rate) => Number(!Number.isNaN(rate)));
  const exists = shareAtOrBelow(column(has.map((one) => 1 - one)), 0, fixed);
  const among = keptOf(column(rates), column(has));
  if (among.values.length < AMONG_MIN) return { unit: "%", exists };
  return { unit: "%", exists, ...spreadOver(among) };
}
