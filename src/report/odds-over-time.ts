import type { Interval } from "../statistics/estimate.js";
import type { HorizonSummary } from "../summary/horizon.js";
import type { Summary } from "../summary/summary.js";
import { betWords, chancesAbove, holdsZero } from "./bet.js";
import { isTokenCost } from "./figures/subject.js";
import { formatValue, lowerFirst } from "./format.js";
import { restOrBound } from "./never-seen.js";
import { claim, type Phrase, plainText, say } from "./phrase.js";
import { upperFirst } from "./upper-first.js";

/** How the chance of a loss, or without a price the median, goes from the first year to the last. */
export function oddsOverTime(summary: Summary, horizon: HorizonSummary): Phrase {
  const { years, change } = horizon;
  const odds = years.flatMap(({ probability }) => probability ?? []);
  if (odds.length === 0 || !change) return mediansOverTime(summary, horizon);
  const { loss, chance } = lossWords(summary, horizon);
  const n = years.length;
  if (odds.every(({ value }) => value === 1))
    return say`In no simulated future ${loss} in ${n === 1 ? "the one year" : `any of the ${n} years`}`;
  if (odds.every(({ value }) => value === 0)) {
    return say`In every simulated future ${loss} in ${n === 1 ? "the one year" : `each of the ${n} years`}`;
  }
  const [first, last] = [odds[0]!, odds.at(-1)!];
  const [before, after] = chancesAbove(first, last);
  const [was, is] = [lossOf(0, first, before), lossOf(n - 1, last, after)];
  if (n === 1) return say`${upperFirst(chance)} is ${was} in the one year`;
  if (holdsZero(change)) {
    return say`${upperFirst(chance)} is as good as the same in year 1 and in year ${String(n)}: ${was}`;
  }
  if (plainText(was) === plainText(is)) {
    return say`${upperFirst(chance)} hardly moves from year 1 to year ${String(n)}: ${was}`;
  }
  return say`${upperFirst(chance)} goes from ${was} in year 1 to ${is} in year ${String(n)}`;
}

/** The chance of a loss in a year; of one that no draw shows, or all do, the bound. */
function lossOf(place: number, odds: Interval, text: string): Phrase {
  return restOrBound(odds, `horizon.years.${place}.probability`, text);
}

/** What it is called not to be covered, where the price may be another one each year. */
function lossWords(
  summary: Summary,
  { output, against }: HorizonSummary,
): { readonly loss: string; readonly chance: string } {
  const { label, unit } = summary.outputs[output]!;
  const words = against === undefined ? undefined : betWords(summary);
  if (isTokenCost(unit)) {
    return { loss: "is money lost", chance: words?.chance ?? "the chance of a loss" };
  }
  const above = `${lowerFirst(label)} is above the year's price`;
  return { loss: `is it that ${above}`, chance: words?.chance ?? `the chance that ${above}` };
}

function mediansOverTime({ outputs }: Summary, { output, years }: HorizonSummary): Phrase {
  const { label, unit } = outputs[output]!;
  const [first, last] = [years[0]!, years.at(-1)!].map((year) => year.output.p50.value);
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    return say`${label} has no finite median in every year`;
  }
  const [from, to] = [first!, last!].map((value) => formatValue(value, unit));
  const was = claim("horizon.years.0.output.p50.value", from!);
  if (from === to) return say`${label} at the median is ${was} in the first year and in the last`;
  const is = claim(`horizon.years.${years.length - 1}.output.p50.value`, to!);
  return say`${label} goes from ${was} at the median in year 1 to ${is} in year ${String(years.length)}`;
}
