import type { CostStack, StackTerm } from "../summary/stack.js";
import type { Summary } from "../summary/summary.js";
import { formatProbability, formatValue, lowerFirst } from "./format.js";
import { printedTerms } from "./printed-terms.js";
import { claim, type Claim, type Phrase, say } from "./phrase.js";

/** What the median is made of: the largest terms; undefined where nothing says what it is made of. */
export function stackSentence(summary: Summary): Phrase | undefined {
  const { stack } = summary;
  if (!stack) return undefined;
  return stack.terms.every(({ value }) => value >= 0)
    ? sharesSentence(summary, stack)
    : leavesSentence(summary, stack);
}

function sharesSentence({ outputs }: Summary, stack: CostStack): Phrase {
  const label = lowerFirst(outputs[stack.output]!.label);
  const whole = stack.futures === 1 ? `the ${label}` : `the median future's ${label}`;
  if (stack.total === 0) return say`Every part of ${whole} is 0`;
  const [first, second, third, ...more] = largestFirst(stack);
  const share = (terms: readonly StackTerm[]): Claim => {
    const sum = terms.reduce((total, { value }) => total + value, 0);
    return claim(pathTo(stack, terms[0]!), formatProbability(sum / stack.total));
  };
  if (!third) {
    return say`${first!.label} is ${share([first!])} of ${whole}, ${lowerFirst(second!.label)} the rest`;
  }
  const two = say`${first!.label} and ${lowerFirst(second!.label)} make up ${share([first!, second!])} of ${whole}`;
  return more.length === 0
    ? say`${two}, ${lowerFirst(third.label)} the rest`
    : say`${two}; next comes ${lowerFirst(third.label)} with ${share([third])}`;
}

/** Of a profit or margin: what comes in, what takes most of it, what is left. */
function leavesSentence({ outputs }: Summary, stack: CostStack): Phrase {
  const { unit, label } = outputs[stack.output]!;
  const printed = printedTerms(stack, unit);
  const amount = (term: StackTerm): Phrase =>
    say`${lowerFirst(term.label)} of ${claim(pathTo(stack, term), printed[stack.terms.indexOf(term)]!.replace("\u2212", ""))}`;
  const comes = largestFirst(stack).filter(({ value }) => value >= 0);
  const takes = largestFirst(stack).filter(({ value }) => value < 0);
  const more = takes.length - 2;
  const rest = more > 0 ? ` and ${more === 1 ? "one more" : `${more} more`}` : "";
  const [first, second] = takes;
  const taken = second
    ? say`${amount(first!)}${rest === "" ? " and" : ","} ${amount(second)}${rest}`
    : amount(first!);
  const left = say`${claim("stack.total", formatValue(stack.total, unit))} as ${lowerFirst(label)}`;
  const where = stack.futures === 1 ? "Here" : "In the median future";
  return comes.length === 0
    ? say`${where} ${taken} leave ${left}`
    : say`${where} ${amount(comes[0]!)} less ${taken} leaves ${left}`;
}

function largestFirst({ terms }: CostStack): readonly StackTerm[] {
  return [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function pathTo({ terms }: CostStack, term: StackTerm): string {
  return `stack.terms.${terms.indexOf(term)}.value`;
}
