import type { Driver } from "../sensitivity/drivers.js";
import type { BreakEven, Summary } from "../summary/summary.js";
import type { Judgement, ShareRange } from "../summary/judgement.js";
import { swingOf } from "../summary/swings.js";
import { leads, swing } from "./figures/leading-bar.js";
import { labelOf, openBet, subjectOf } from "./figures/subject.js";
import { formatProbability, formatValue, lowerFirst } from "./format.js";
import { shareOrBound } from "./never-seen.js";
import { claim, type Claim, type Phrase, say } from "./phrase.js";

/** Odds that move by less than a point decide nothing. */
const SWING_MIN = 0.01;

interface Odds {
  readonly label: string;
  readonly low: Driver["low"];
  readonly high: Driver["low"];
  /** Places in `sensitivity` and in the driver's `breakEven`. */
  readonly driver: number;
  readonly price: number;
}

/** Which input decides the bet, and how; undefined where there is none. */
export function decidingSentence(summary: Summary): Phrase | undefined {
  const subject = subjectOf(summary);
  const bet = openBet(subject);
  if (!bet) return undefined;
  const ranked = oddsOf(summary, bet);
  const [top, second] = ranked;
  if (!top || swing(top) < SWING_MIN) return undefined;
  if (!leads(ranked)) {
    return say`No single input decides the bet: ${lowerFirst(top.label)} and ${lowerFirst(second!.label)} move its odds about as far.`;
  }
  const turns = (top.low.value - 0.5) * (top.high.value - 0.5) < 0;
  const [worst, best] =
    top.low.value <= top.high.value ? (["low", "high"] as const) : (["high", "low"] as const);
  const verb = turns ? "decides the bet" : "moves the odds most";
  const path = `sensitivity.${subject.name}.${top.driver}.breakEven.${top.price}`;
  const lost = (end: "low" | "high"): Phrase => shareOrBound(top[end], `${path}.${end}`, "rest");
  const at = claim(
    `breakEven.${summary.breakEven.indexOf(bet)}.price`,
    formatValue(bet.price, bet.unit),
  );
  return subject.isTokenCost
    ? say`${top.label} ${verb} at ${at}: its worst tenth loses ${lost(worst)} of the time, its best ${lost(best)}.`
    : say`${top.label} ${verb}: ${lowerFirst(subject.output.label)} is above ${at} in ${lost(worst)} of futures in its worst tenth, in ${lost(best)} in its best.`;
}

function oddsOf(summary: Summary, bet: BreakEven): readonly Odds[] {
  return subjectOf(summary)
    .drivers.flatMap(({ input, breakEven }, driver): readonly Odds[] => {
      const price = breakEven.findIndex(({ against }) => against === bet.against);
      const found = breakEven[price];
      if (!found || !Number.isFinite(found.low.value - found.high.value)) return [];
      const { low, high } = found;
      return [{ label: labelOf(summary, input), low, high, driver, price }];
    })
    .toSorted((a, b) => swing(b) - swing(a));
}

/** How much of the variance rests on judgement; undefined where there are no shares. */
export function judgementSentence(summary: Summary): Phrase | undefined {
  const { judgement } = summary;
  if (!judgement) return undefined;
  const what = lowerFirst(subjectOf(summary).output.label);
  const of = `the variance of ${judgement.of === "logarithm" ? "the logarithm of " : ""}${what}`;
  const judged = share(judgement, "judged");
  const ungraded = judgement.ungraded.high > 0 ? share(judgement, "ungraded") : undefined;
  return ungraded
    ? say`${judged} of ${of} rests on judgement (grade C), ${ungraded} on inputs without a grade.`
    : say`${judged} of ${of} rests on judgement (grade C).`;
}

function share(judgement: Judgement, of: "judged" | "ungraded"): Phrase {
  const { low, high }: ShareRange = judgement[of];
  const [from, to] = [low, high].map(formatProbability) as [string, string];
  const path = `judgement.${of}`;
  return from === to
    ? say`${claim(`${path}.high`, to)}`
    : say`${claim(`${path}.low`, from)} to ${claim(`${path}.high`, to)}`;
}

/** Swings this much longer than another are told apart. */
const CLEARLY = 1.1;

/** Where moving one input at a time ranks two inputs the other way round than the odds do. */
export function rankingsDiffer(summary: Summary): Phrase | undefined {
  const { name, output } = subjectOf(summary);
  const bet = openBet(subjectOf(summary));
  const swings = summary.swings?.[name];
  if (!bet || !swings) return undefined;
  const odds = oddsOf(summary, bet).filter((one) => swing(one) >= SWING_MIN);
  const drivers = subjectOf(summary).drivers;
  const placeOf = (one: Odds): number =>
    swings.inputs.findIndex(({ input }) => input === drivers[one.driver]!.input);
  for (const [k, ahead] of odds.entries()) {
    for (const behind of odds.slice(k + 1)) {
      const [more, less] = [placeOf(behind), placeOf(ahead)];
      if (more < 0 || less < 0) continue;
      const [long, short] = [more, less].map((place) => swingOf(swings.inputs[place]!));
      if (!(long!.size > CLEARLY * short!.size) || !leads([ahead, behind])) continue;
      const range = (place: number, { low, high }: { low: number; high: number }): Phrase => {
        const at = (k: number, value: number): Claim =>
          claim(`swings.${name}.inputs.${place}.values.${k}`, formatValue(value, output.unit));
        return say`${at(LOW, low)} to ${at(HIGH, high)}`;
      };
      return say`One at a time, ${lowerFirst(behind.label)} moves ${lowerFirst(output.label)} further (${range(more, long!)}) than ${lowerFirst(ahead.label)} (${range(less, short!)}); for the odds it is the other way round.`;
    }
  }
  return undefined;
}

/** Places of the 10th and 90th percentile among those of a swing. */
const LOW = 1;
const HIGH = 5;
