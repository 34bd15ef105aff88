import { valueOfInformation } from "../decision/value-of-information.js";
import { columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { meanEstimate, meanOf } from "../statistics/moments.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { askedFormulas } from "./asked-formulas.js";
import type { FinishedRun } from "./finished-run.js";

/** Draws of the regressions, of which one is made for each input. */
const REGRESSED_DRAWS_MAX = 16_384;

/** A decision and what it is worth to know more before it is taken; amounts in `unit`. */
export interface DecisionValue {
  readonly unit: "USD" | "USD/year";
  readonly options: readonly {
    readonly name: string;
    readonly formula: string;
    /** Expected payoff; null where some draw has none. */
    readonly expected: Interval | null;
  }[];
  /** The option that pays most on average, by its place; -1 where some draw has no payoff. */
  readonly best: number;
  /** By how much it beats the next best on average, on the same draws. */
  readonly lead?: { readonly over: number; readonly difference: Interval };
  /** How often another option pays more. */
  readonly wrong?: Interval;
  /** Expected value of perfect information. */
  readonly perfect?: Interval;
  /** Expected value of knowing one input exactly, the largest first; below zero is worth nothing. */
  readonly inputs: readonly {
    readonly input: string;
    readonly label: string;
    readonly value: Interval;
    /** Inputs correlated with it: to know it is to know something of them. */
    readonly correlated?: readonly string[];
  }[];
  /** Draws in which some payoff is not a finite number. */
  readonly undefined: number;
  /** Draws on which payoffs rest: those of the run, the first 262,144 at most. */
  readonly draws: number;
  /** Draws on which the inputs' values rest. */
  readonly regressed: number;
}

/** What it is worth to know more before the scenario's decision; undefined where it declares none. */
export function decisionOf(run: FinishedRun): DecisionValue | undefined {
  const { scenario, model, sample, replication } = run;
  const { decision } = scenario;
  if (!decision) return undefined;
  const { options, unit } = decision;
  const { scale } = model.units.parse(unit);
  const asked = askedFormulas(
    run,
    options.map(({ formula }) => formula),
  );
  const payoffs = asked.columns.map((column) => column.map((value) => value / scale));
  const all = valueOfInformation(payoffs, new Map(), replication);
  const about = { unit, undefined: all.undefined, draws: sample.draws };
  const named = (expected: (payoff: Float64Array) => Interval | null) =>
    options.map((option, k) => ({ ...option, expected: expected(payoffs[k]!) }));
  if (all.undefined > 0) {
    return { ...about, options: named(() => null), best: -1, inputs: [], regressed: 0 };
  }
  const mean = (payoff: Float64Array): Interval => {
    const { value, low, high } = meanEstimate(columnOf(payoff, replication));
    return { value, low, high };
  };
  const { best, perfect } = all;
  const next = nextBest(payoffs.map(meanOf), best);
  const regressed = Math.min(REGRESSED_DRAWS_MAX, sample.draws);
  return {
    ...about,
    options: named(mean),
    best,
    lead: { over: next, difference: mean(minus(payoffs[best]!, payoffs[next]!)) },
    wrong: wrongOf(payoffs, best, run),
    perfect,
    inputs: worthOfInputs(run, payoffs, asked.inputs, regressed),
    regressed,
  };
}

function worthOfInputs(
  { scenario, model, sample, replication }: FinishedRun,
  payoffs: readonly Float64Array[],
  needed: ReadonlySet<string>,
  draws: number,
): DecisionValue["inputs"] {
  const first = (column: Float64Array): Float64Array => column.subarray(0, draws);
  const columns = new Map([...needed].map((name) => [name, first(sample.drawn(name))]));
  const { inputs } = valueOfInformation(payoffs.map(first), columns, replication);
  const joined = scenario.correlations.filter(({ rank }) => rank !== 0);
  return inputs
    .map(({ input, value }) => {
      const { label } = model.quantities.find(({ name }) => name === input)!;
      const correlated = joined.flatMap(({ between: [a, b] }) =>
        a === input ? [b] : b === input ? [a] : [],
      );
      return { input, label, value, ...(correlated.length === 0 ? {} : { correlated }) };
    })
    .toSorted((a, b) => b.value.value - a.value.value);
}

/** How often some other option pays more than the best on average. */
function wrongOf(
  payoffs: readonly Float64Array[],
  best: number,
  { replication }: FinishedRun,
): Interval {
  const chosen = payoffs[best]!;
  const regret = new Float64Array(chosen.length);
  for (let draw = 0; draw < chosen.length; draw++) {
    let most = chosen[draw]!;
    for (const payoff of payoffs) if (payoff[draw]! > most) most = payoff[draw]!;
    regret[draw] = most - chosen[draw]!;
  }
  const { value, low, high } = probabilityAtOrBelow(columnOf(regret, replication), 0);
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}

function nextBest(means: readonly number[], best: number): number {
  const others = [...means.keys()].filter((k) => k !== best);
  return others.reduce((next, k) => (means[k]! > means[next]! ? k : next), others[0]!);
}

function minus(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, draw) => value - other[draw]!);
}
