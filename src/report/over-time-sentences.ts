import type { Interval } from "../statistics/estimate.js";
import type { HorizonSummary } from "../summary/horizon.js";
import type { Summary } from "../summary/summary.js";
import { formatCount, formatPayoff, formatProbability, formatValue } from "./format.js";
import { neverSeen } from "./never-seen.js";
import { oddsOverTime } from "./odds-over-time.js";
import { claim, type Claim, type Phrase, say, sentences } from "./phrase.js";

/** What becomes of the odds, of the money and of its return over the years. */
export function overTimeSentences(summary: Summary): Phrase | undefined {
  const { horizon } = summary;
  if (!horizon) return undefined;
  return sentences([
    say`${oddsOverTime(summary, horizon)}.`,
    say`${presentValueSentence(horizon)}.`,
    say`${paybackSentence(horizon)}.`,
    say`${rateSentence(horizon)}.`,
  ]);
}

/** What the investment is worth, and how often it is worth less than nothing. */
export function presentValueSentence({ npv, draws, undefinedReturns }: HorizonSummary): Phrase {
  if (!Number.isFinite(npv.p50.value)) {
    const holes = claim("horizon.undefinedReturns", formatCount(undefinedReturns));
    return say`In ${holes} of ${formatCount(draws)} futures the cash flows are not finite numbers`;
  }
  const money = (path: string, value: number): Claim =>
    claim(`horizon.npv.${path}.value`, formatPayoff(value, "USD"));
  const median = money("p50", npv.p50.value);
  if (npv.p5.value === npv.p95.value && isSettled(npv.negative)) {
    return say`The net present value is ${median}`;
  }
  const mean = npv.mean ? say` and ${money("mean", npv.mean.value)} on average` : undefined;
  return say`The net present value is ${median} at the median${mean}; ${belowZero(npv.negative)}`;
}

const PATH = "horizon.npv.negative";

function belowZero(negative: Interval): Phrase {
  const { value } = negative;
  if (value === 0) return say`in no simulated future is it below 0${neverSeen(negative, PATH)}`;
  if (value === 1) return say`in every simulated future it is below 0${neverSeen(negative, PATH)}`;
  return say`in ${claim("horizon.npv.negative.value", formatProbability(value))} of futures it is below 0`;
}

/** When half of futures have their money back, or how many never do. */
export function paybackSentence({ payback, years }: HorizonSummary): Phrase {
  const { never, p5, p50, p95 } = payback;
  const within = `within ${forYears(years.length)}`;
  const time = (path: (typeof EARLY)[number][0]): Claim =>
    claim(`horizon.payback.${path}.value`, formatValue(payback[path].value, "year"));
  if (never.value === 1)
    return say`In no simulated future is the investment paid back ${within}${neverSeen(never, "horizon.payback.never", "rest")}`;
  if (never.value === 0) {
    return p5.value === p95.value
      ? say`The investment is paid back after ${time("p50")}`
      : say`The investment is paid back in every simulated future, in half of them within ${time("p50")}`;
  }
  const share = claim("horizon.payback.never.value", formatProbability(never.value));
  if (Number.isFinite(p50.value)) {
    return say`In half of futures the investment is paid back within ${time("p50")}, in ${share} not ${within}`;
  }
  const early = EARLY.find(([name]) => Number.isFinite(payback[name].value));
  const some = early && say`; in ${early[1]} of all it is within ${time(early[0])}`;
  return say`In ${share} of futures the investment is not paid back ${within}${some}`;
}

const EARLY = [
  ["p50", "half"],
  ["p25", "a quarter"],
  ["p10", "a tenth"],
  ["p5", "a twentieth"],
] as const;

/** What the money earns, among the futures in which that is one number. */
export function rateSentence({ irr }: HorizonSummary): Phrase {
  const { exists, p5, p50, p95 } = irr;
  if (exists.value === 0) {
    return say`No simulated future has an internal rate of return, for in none do the cash flows change sign exactly once`;
  }
  const rate = (path: "p5" | "p50" | "p95", value: number): Claim =>
    claim(`horizon.irr.${path}.value`, formatValue(value, "%"));
  const share = claim("horizon.irr.exists.value", formatProbability(exists.value));
  if (!p5 || !p50 || !p95) {
    return say`Only ${share} of futures have an internal rate of return, too few to say what it is`;
  }
  const median = rate("p50", p50.value);
  if (p5.value === p95.value && isSettled(exists)) {
    return say`The internal rate of return is ${median} a year`;
  }
  const range = say`${median} a year at the median, ${rate("p5", p5.value)} to ${rate("p95", p95.value)} in nine of ten`;
  return exists.value === 1
    ? say`The internal rate of return is ${range}`
    : say`In the ${share} of futures that have one the internal rate of return is ${range}`;
}

function isSettled({ low, high }: Interval): boolean {
  return low === high;
}

/** `6 years`, `1 year`. */
export function forYears(count: number): string {
  return count === 1 ? "1 year" : `${count} years`;
}
