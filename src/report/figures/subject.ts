import { nearestToEven } from "../../summary/open-bet.js";
import type { BreakEven, OutputSummary, Summary } from "../../summary/summary.js";
import type { Driver } from "../../sensitivity/drivers.js";

/** The output that leads a report, with the prices it is compared with and what drives it. */
export interface Subject {
  readonly name: string;
  readonly output: OutputSummary;
  readonly breakEven: readonly BreakEven[];
  /** The price the headline speaks of: the first one listed. */
  readonly main: BreakEven | undefined;
  readonly drivers: readonly Driver[];
  /** Whether its draws differ at all. */
  readonly uncertain: boolean;
  /** Whether it is a cost per token, of which a price can be said to cover it. */
  readonly isTokenCost: boolean;
}

/** The first output of a summary and what belongs to it. */
export function subjectOf({ outputs, breakEven, sensitivity }: Summary): Subject {
  const [name, output] = Object.entries(outputs)[0]!;
  const own = breakEven.filter((comparison) => comparison.output === name);
  const { value } = output.curve;
  return {
    name,
    output,
    breakEven: own,
    main: own[0],
    drivers: sensitivity[name] ?? [],
    uncertain: value.some((quantile) => quantile !== value[0]),
    isTokenCost: isTokenCost(output.unit),
  };
}

/** Whether an amount in this unit is a cost per token. */
export function isTokenCost(unit: string): boolean {
  return /^USD\/[kMGTP]?token$/.test(unit);
}

/** The price whose odds are nearest to even, the first of several: the bet that is still open. */
export function openBet({ breakEven }: Subject): BreakEven | undefined {
  return nearestToEven(breakEven);
}

/** The label of an input, or its name where the summary does not describe it. */
export function labelOf({ assumptions }: Summary, input: string): string {
  return assumptions.find(({ name }) => name === input)?.label ?? input;
}
