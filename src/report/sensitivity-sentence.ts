import { mainInterval } from "../summary/aspects.js";
import type { InputSensitivity, SensitivityAnalysis } from "../summary/sensitivity-analysis.js";
import { formatCount, formatProbability, lowerFirst } from "./format.js";
import { priceSuffices } from "./price-suffices.js";

/** From this share on, an input is said to decide. */
const DECIDES = 0.5;

/** The answer of a sensitivity analysis in one sentence; it names no leader where none is certain. */
export function sensitivitySentence(analysis: SensitivityAnalysis): string {
  const { inputs, rankedBy, label } = analysis;
  const [top, second] = inputs;
  if (!top) return `Nothing that ${lowerFirst(label)} rests on is uncertain.`;
  const what = subject(analysis);
  if (!second) return `${top.label} alone decides ${what}: nothing else is uncertain.`;
  const names = `${top.label} and ${lowerFirst(second.label)}`;
  if (!leads(analysis, top, second)) {
    const [one, two] = [top, second].map((input) => amount(input, rankedBy)) as [string, string];
    return `No input stands clear: ${names} carry ${one} and ${two} of ${what}, too close to call at ${formatCount(analysis.run.draws)} draws.`;
  }
  const next = `next is ${lowerFirst(second.label)} with ${amount(second, rankedBy)}`;
  if (rankedBy === "distance") {
    return `${top.label} moves ${what} most: knowing it shifts the distribution by ${amount(top, rankedBy)}; ${next}.`;
  }
  const share = top.shares[rankedBy]!;
  const all = amount(top, rankedBy);
  if (share.kind === "shapley") {
    const leading = share.effect.value >= DECIDES ? "decides" : "matters most";
    return `${top.label} ${leading}: its share of ${what} is ${all}; ${next}.`;
  }
  const alone = percent(share.first.value);
  if (share.first.value >= DECIDES) {
    const more = alone === all ? "" : `, ${all} with its interactions`;
    return `${top.label} decides: it alone carries ${alone} of ${what}${more}; ${next}.`;
  }
  return `${top.label} matters most: it carries ${all} of ${what}, ${alone} alone; ${next}.`;
}

/** Of what the shares are shares. */
function subject({ rankedBy, price, label, unit }: SensitivityAnalysis): string {
  if (rankedBy === "decision" && price) {
    return `whether ${priceSuffices({ price: price.price }, { label, unit })}`;
  }
  const name = lowerFirst(label);
  return rankedBy === "distance" ? name : `how ${name} varies`;
}

/** Whether the first is ahead of the second beyond the error of both. */
function leads(
  { rankedBy }: SensitivityAnalysis,
  top: InputSensitivity,
  second: InputSensitivity,
): boolean {
  const intervals = [top, second].map(({ shares, pawn }) =>
    rankedBy === "distance" ? pawn.distance : mainInterval(shares[rankedBy]!),
  );
  return intervals[0]!.low > intervals[1]!.high;
}

function amount({ shares, pawn }: InputSensitivity, by: SensitivityAnalysis["rankedBy"]): string {
  return by === "distance"
    ? pawn.distance.value.toFixed(2)
    : percent(mainInterval(shares[by]!).value);
}

function percent(share: number): string {
  return formatProbability(Math.min(1, Math.max(0, share)));
}
