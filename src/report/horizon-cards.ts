import type { HorizonSummary } from "../summary/horizon.js";
import { formatProbability, formatProbabilityFine, formatValue } from "./format.js";
import { forYears } from "./over-time-sentences.js";
import { claim, type Phrase, say } from "./phrase.js";

/** The two key figures of a horizon: how likely it is not worth its money, and when it is paid back. */
export function horizonCards({
  npv,
  payback,
  years,
}: HorizonSummary): readonly { readonly value: Phrase; readonly label: Phrase }[] {
  const { value, low, high } = npv.negative;
  const [from, to] = [low, high].map(formatProbabilityFine);
  const negative = claim("horizon.npv.negative.value", formatProbability(value));
  const never = claim("horizon.payback.never.value", formatProbability(payback.never.value));
  const error = from === to ? "" : `; ${from!} to ${to!} by simulation error`;
  const median = Number.isFinite(payback.p50.value)
    ? say`${claim("horizon.payback.p50.value", formatValue(payback.p50.value, "year"))}`
    : say`never`;
  return [
    {
      value: say`${negative}`,
      label: say`chance that the net present value is below 0${error}`,
    },
    {
      value: median,
      label: say`median payback; ${never} of futures do not pay back within ${forYears(years.length)}`,
    },
  ];
}
