import type { BreakEven, Summary } from "../summary/summary.js";
import { drawsClaim, namedPrice, pathOf, probabilityClaim } from "./claims.js";
import { type Subject, subjectOf } from "./figures/subject.js";
import { inFifty } from "./in-fifty.js";
import { neverSeen } from "./never-seen.js";
import { type Phrase, say } from "./phrase.js";

/** How each further price fares; undefined where there is none. */
export function otherPricesSentence(summary: Summary): Phrase | undefined {
  const subject = subjectOf(summary);
  const others = subject.breakEven.slice(1);
  if (others.length === 0 || subject.output.undefined > 0) return undefined;
  if (!subject.uncertain) return certainPrices(summary, subject, others);
  const parts = others.map(
    (other, k) => say`${namedPrice(summary, other)} in ${often(summary, other, k === 0)}`,
  );
  const what = subject.isTokenCost ? "The cost is covered at the price of" : "It is at or below";
  return say`${what} ${joinedPhrases(parts, "and")}.`;
}

/** `58% of futures (about 29 in 50)`; what the shares are of, the first of them says. */
function often(summary: Summary, price: BreakEven, first: boolean): Phrase {
  const { probability } = price;
  if (probability.value === 0 || probability.value === 1) {
    const known = neverSeen(probability, `${pathOf(summary, price)}.probability`);
    const which = probability.value === 0 ? "none" : "all";
    return say`${which} of ${drawsClaim(summary)}${first ? " futures" : undefined}${known}`;
  }
  const share = say`${probabilityClaim(summary, price)}${first ? " of futures" : undefined}`;
  return say`${share} (${inFifty(summary, price, "suffices")})`;
}

/** Without uncertainty a price suffices or does not. */
function certainPrices(
  summary: Summary,
  { isTokenCost }: Subject,
  prices: readonly BreakEven[],
): Phrase {
  const named = (enough: boolean): readonly Phrase[] =>
    prices
      .filter(({ probability }) => (probability.value === 1) === enough)
      .map((price) => namedPrice(summary, price));
  const [enough, short] = [named(true), named(false)];
  const [covered, uncovered, not] = isTokenCost
    ? ([
        "The cost is covered at the price of",
        "The cost is not covered at the price of",
        "not at that of",
      ] as const)
    : (["It is at or below", "It is above", "above"] as const);
  if (enough.length === 0) return say`${uncovered} ${joinedPhrases(short, "or")}.`;
  const first = say`${covered} ${joinedPhrases(enough, "and")}`;
  return short.length === 0 ? say`${first}.` : say`${first}, ${not} ${joinedPhrases(short, "or")}.`;
}

/** Phrases in a row: `a, b and c`. */
function joinedPhrases(phrases: readonly Phrase[], last: "and" | "or"): Phrase {
  return phrases.flatMap((phrase, k) => {
    if (k === 0) return phrase;
    return [k === phrases.length - 1 ? ` ${last} ` : ", ", ...phrase];
  });
}
