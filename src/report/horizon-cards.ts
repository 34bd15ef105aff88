import type { Summary } from "../summary/summary.js";
import { formatProbability, formatProbabilityFine, formatValue } from "./format.js";
import { forYears } from "./over-time-sentences.js";
import { claim, type Phrase, say } from "./phrase.js";

/** A key figure and what it is. */
export type Card = readonly [value: Phrase, label: Phrase];

/** The two key figures of a horizon: how likely it is not worth its money, and when it is paid back. */
export function horizonCards({ horizon }: Summary): readonly Card[] {
  if (!horizon) return [];
  const { npv, payback, years } = horizon;
  const { value, low, high } = npv.negative;
  const [from, to] = [low, high].map(formatProbabilityFine);
  const negative = claim("horizon.npv.negative.value", formatProbability(value));
  const never = claim("horizon.payback.never.value", formatProbability(payback.never.value));
  const within = forYears(years.length);
  const error = from === to ? "" : `; ${from!} to ${to!} by simulation error`;
  const median = Number.isFinite(payback.p50.value)
    ? say`${claim("horizon.payback.p50.value", formatValue(payback.p50.value, "year"))}`
    : say`never`;
  return [
    [say`${negative}`, say`chance that the net present value is below 0${error}`],
    [median, say`median payback; ${never} of futures do not pay back within ${within}`],
  ];
}
