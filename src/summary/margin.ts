import type { Estimate, Interval } from "../statistics/estimate.js";
import { partsOf } from "../statistics/parts.js";
import { SIDE_MIN, splitMargin } from "../statistics/margin.js";
import type { FinishedRun } from "./finished-run.js";
import { mainBet } from "./main-price.js";

/** What the main price leaves of the leading output on average: price - output, in its unit. */
export interface Margin {
  readonly output: string;
  readonly against: string;
  readonly price: number;
  readonly expected: Estimate & Interval;
  /** Over the futures in which the output exceeds the price; absent where fewer than `needed` do. */
  readonly whenLosing?: Estimate & Interval;
  /** Over the others; absent where they are fewer than `needed`. */
  readonly whenWinning?: Estimate & Interval;
  /** Futures in which the output exceeds the price, of the first that were held. */
  readonly losing: number;
  readonly needed: number;
}

/** Undefined without a price, where nothing is uncertain, and where some draws have no finite value. */
export function marginOf(run: FinishedRun): Margin | undefined {
  const bet = mainBet(run);
  if (!bet) return undefined;
  const { output, against, price } = bet.price;
  const { first } = bet.output;
  const { mean } = bet.output.moments();
  return {
    ...{ output, against, price },
    expected: {
      value: price - mean.value,
      error: mean.error,
      low: price - mean.high,
      high: price - mean.low,
    },
    ...splitMargin(first, price, partsOf(run.replication, first.length)),
    needed: SIDE_MIN,
  };
}
