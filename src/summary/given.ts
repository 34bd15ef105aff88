import { type Conditioned, conditioned } from "../decision/conditioned.js";
import { columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { askedFormulas } from "./asked-formulas.js";
import type { FinishedRun } from "./finished-run.js";
import type { DrawnOutput } from "./drawn-output.js";

/** What the leading output is in the futures in which a condition holds. */
export interface GivenCondition {
  readonly name: string;
  readonly formula: string;
  readonly output: string;
  /** The price held against: the first of the output's. */
  readonly against?: string;
  readonly price?: number;
  /** How often the condition holds. */
  readonly share: Interval;
  /** Draws in which it holds, and of how many. */
  readonly draws: number;
  readonly of: number;
  /** Draws in which it is not known, for what it compares is not a number; they are left out. */
  readonly undefined: number;
  /** Absent where it holds in fewer than 400 draws. */
  readonly found?: Conditioned;
}

/** The leading output under each condition of the scenario; undefined where it declares none. */
export function givenOf(run: FinishedRun): readonly GivenCondition[] | undefined {
  const { scenario, sample, replication } = run;
  if (scenario.given.length === 0) return undefined;
  const [{ name: output }] = run.outputs as readonly [DrawnOutput];
  const bet = run.breakEven.find((comparison) => comparison.output === output);
  const column = columnOf(sample.output(output), replication);
  const { columns } = askedFormulas(
    run,
    scenario.given.map(({ formula }) => `if(${formula}, 1, 0)`),
  );
  return scenario.given.map(({ name, formula }, k) => {
    const holds = columnOf(columns[k]!, replication);
    const found = conditioned(column, holds, bet?.price);
    return {
      ...{ name, formula, output },
      ...(bet ? { against: bet.against, price: bet.price } : {}),
      share: shareOf(columns[k]!, run),
      draws: count(columns[k]!, (value) => value === 1),
      of: sample.draws,
      undefined: count(columns[k]!, Number.isNaN),
      ...(found ? { found } : {}),
    };
  });
}

/** How often a condition holds; exact where it always or never does by what it compares. */
function shareOf(holds: Float64Array, { replication }: FinishedRun): Interval {
  const misses = holds.map((value) => 1 - value);
  return probabilityAtOrBelow(columnOf(misses, replication), 0);
}

function count(values: Float64Array, isCounted: (value: number) => boolean): number {
  let sum = 0;
  for (let k = values.length; k-- > 0;) if (isCounted(values[k]!)) sum++;
  return sum;
}
