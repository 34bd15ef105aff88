import type { LossInput } from "../summary/losses.js";
import type { Summary } from "../summary/summary.js";
import type { Condition } from "../sensitivity/condition.js";
import { labelOf, subjectOf } from "./figures/subject.js";
import {
  formatCount,
  formatProbability,
  formatRank,
  formatRounded,
  formatValue,
  lowerFirst,
} from "./format.js";
import { type Claim, claim, type Phrase, say } from "./phrase.js";

/** Differences below this are not worth a sentence. */
export const SEPARATION_MIN = 0.05;

/** How futures on either side of the main price are called. */
export interface Sides {
  readonly losing: string;
  readonly lose: string;
  readonly gaining: string;
  readonly gain: string;
}

/** Of a cost per token they lose or make money, of anything else they lie above a price or not. */
export function sidesOf(summary: Summary): Sides {
  if (subjectOf(summary).isTokenCost) {
    return {
      losing: "Losing futures",
      lose: "lose money",
      gaining: "Futures that make money",
      gain: "make money",
    };
  }
  const price = formatValue(summary.losses!.price, subjectOf(summary).output.unit);
  return {
    losing: `Futures above ${price}`,
    lose: `exceed ${price}`,
    gaining: `Futures at or below ${price}`,
    gain: `stay at or below ${price}`,
  };
}

/** Which input tells losing futures from the others; undefined where some or all or none lose. */
export function lossesSentence(summary: Summary): Phrase | undefined {
  const { losses } = summary;
  if (!losses) return undefined;
  const { losing, gaining } = sidesOf(summary);
  if (losses.needed !== undefined) {
    const fewer = Math.min(losses.losing, losses.draws - losses.losing);
    return say`${formatCount(fewer)} of ${claim("losses.draws", formatCount(losses.draws))} futures are too few to tell from the others; ${claim("losses.needed", formatCount(losses.needed))} are needed, in a run of about ${formatCount(drawsNeeded(losses.draws, fewer, losses.needed))}`;
  }
  // The fewer are told from the rest.
  const fewer = 2 * losses.losing > losses.draws ? gaining : losing;
  const [one, rest] =
    fewer === losing ? (["group", "others"] as const) : (["others", "group"] as const);
  const [top, second] = losses.inputs;
  if (!top || Math.abs(top.separation.value) < SEPARATION_MIN || !differs(top)) {
    return say`${fewer} are told from the others by no input alone`;
  }
  const label = lowerFirst(labelOf(summary, top.input));
  if (second && alike(top, second)) {
    return say`${fewer} are told from the others by ${label} and ${lowerFirst(labelOf(summary, second.input))} alike`;
  }
  const rank = (of: "group" | "others"): Phrase => [
    claim(`losses.inputs.0.${of}.p50`, formatRank(top[of].p50)),
  ];
  return say`${fewer} are told first by ${label}: in the median one it is at its ${rank(one)} percentile, in the others at its ${rank(rest)}`;
}

/** The draws of a run, to two figures upwards, in which so many futures of a kind are to be expected. */
function drawsNeeded(draws: number, found: number, needed: number): number {
  const least = (draws * needed) / found;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(least)) - 1);
  return Math.ceil(least / step) * step;
}

/** Whether an input differs by more than simulation error. */
export function differs({ separation }: LossInput): boolean {
  return separation.low > 0 || separation.high < 0;
}

function alike({ separation: a }: LossInput, { separation: b }: LossInput): boolean {
  const reach = ({ low, high }: LossInput["separation"]): number => (high - low) / 2;
  return Math.abs(a.value) - Math.abs(b.value) <= Math.hypot(reach(a), reach(b));
}

/** What holds most losses, or most gains where they are the fewer, and how many of the others. */
export function boxSentence(summary: Summary): Phrase | undefined {
  const box = summary.losses?.box;
  if (!box) return undefined;
  const { lose, gain } = sidesOf(summary);
  const does = box.of === "losses" ? lose : gain;
  const share = (name: "coverage" | "support" | "density" | "outside"): Phrase => [
    claim(`losses.box.${name}.value`, formatProbability(box[name].value)),
  ];
  const parts = box.conditions.map((condition, k) => conditionPhrase(summary, condition, k));
  const conditions = parts.flatMap((part, k) =>
    k === 0 ? part : [k === parts.length - 1 ? " and " : ", ", ...part],
  );
  return say`${conditions}: ${share("support")} of futures are so, and hold ${share("coverage")} of those that ${does}. Of these futures ${share("density")} ${does}, of the others ${share("outside")}.`;
}

/** A condition in words; the one in front begins with a capital. */
function conditionPhrase(
  summary: Summary,
  { input, min, max, cases }: Condition,
  place: number,
): Phrase {
  const about = summary.assumptions.find(({ name }) => name === input);
  const label = place === 0 ? labelOf(summary, input) : lowerFirst(labelOf(summary, input));
  const path = `losses.box.conditions.${place}`;
  const bound = (end: "min" | "max", value: number): Claim =>
    claim(`${path}.${end}`, formatRounded(value, about?.unit ?? "1"));
  if (cases) {
    const names = cases.map((k) => about?.cases?.[k] ?? String(k));
    return say`${label} ${claim(`${path}.cases`, names.join(" or "))}`;
  }
  if (min === undefined) return say`${label} at most ${bound("max", max!)}`;
  if (max === undefined) return say`${label} at least ${bound("min", min)}`;
  return say`${label} from ${bound("min", min)} to ${bound("max", max)}`;
}
