import { columnOf } from "../statistics/column.js";
import { countUndefined } from "../statistics/count-undefined.js";
import type { Interval } from "../statistics/estimate.js";
import { pairedColumns, shareDifference } from "../statistics/paired.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { FinishedRun } from "./finished-run.js";
import { type Returns, returnsOf } from "./returns.js";
import { shareAtOrBelow, spreadFrom, spreadOver, type YearSpread } from "./year-spread.js";
import type { BreakEven } from "./summary.js";
import { type YearOfDraws, yearsOfDraws } from "./year-flows.js";

/** The leading output in one year of operation. */
export interface HorizonYear {
  /** 1 is the first. */
  readonly year: number;
  readonly output: YearSpread;
  /** What it is held against, where the scenario names a path of the price. */
  readonly price?: YearSpread;
  /** How often it is at or below this year's price; absent without any price. */
  readonly probability?: Interval;
  /** Draws in which the output or its price is not a finite number. */
  readonly undefined: number;
}

/** What the years of operation bring. */
export interface HorizonSummary extends Returns {
  readonly output: string;
  /** The price held against in every year, where there is no path: the first of the output's. */
  readonly against?: string;
  readonly years: readonly HorizonYear[];
  /** The last year's probability less the first's, on the same draws. */
  readonly change?: Interval;
  /** What the scenario says of the money, as it says it. */
  readonly formulas: Readonly<Record<"investment" | "cash" | "discount", string>>;
  /** Draws on which all this rests: those of the run, the first 262,144 at most. */
  readonly draws: number;
}

/** The years of operation, the same draws in each; undefined where the scenario declares none. */
export function horizonOf(run: FinishedRun): HorizonSummary | undefined {
  const { scenario, replication, sample } = run;
  const { horizon } = scenario;
  if (!horizon) return undefined;
  const [output] = run.outputs as readonly [DrawnOutput];
  const bet = run.breakEven.find((comparison) => comparison.output === output.name);
  const drawn = yearsOfDraws(run, output, horizon);
  // What is left of the year's price: at or below 0 where the price suffices.
  const gaps = drawn.years.map((year) => gapOf(year, bet?.price));
  const years = drawn.years.map((year, k): HorizonYear => {
    const { price } = year;
    const gap = gaps[k];
    const column = gap && columnOf(gap, replication);
    return {
      year: k + 1,
      output: spreadOver(columnOf(year.output, replication)),
      ...(price ? { price: spreadOver(columnOf(price, replication)) } : {}),
      ...(column ? { probability: shareAtOrBelow(column, 0, drawn.fixed) } : {}),
      undefined: countUndefined(gap ?? year.output),
    };
  });
  const [first, last] = [gaps[0], gaps.at(-1)];
  const { investment, cash, discount } = horizon;
  return {
    output: output.name,
    ...(bet && horizon.price === undefined ? { against: bet.against } : {}),
    years: [asReported(years[0]!, output, horizon.price ? undefined : bet), ...years.slice(1)],
    ...(first && last
      ? { change: shareDifference(pairedColumns(first, last, replication), 0) }
      : {}),
    ...returnsOf(drawn, replication),
    formulas: { investment, cash, discount },
    draws: sample.draws,
  };
}

/** By how much the output exceeds what it is held against; undefined where that is nothing. */
function gapOf(
  { output, price }: YearOfDraws,
  stated: number | undefined,
): Float64Array | undefined {
  if (price) return output.map((value, draw) => value - price[draw]!);
  return stated === undefined ? undefined : output.map((value) => value - stated);
}

/** The first year as the whole run has it, where that is longer than the sample. */
function asReported(
  year: HorizonYear,
  output: DrawnOutput,
  bet: BreakEven | undefined,
): HorizonYear {
  const { probability = year.probability } = bet ?? {};
  return {
    ...year,
    output: spreadFrom((p) => output.percentile(p)),
    ...(probability ? { probability } : {}),
  };
}
