import { compileModel } from "../engine/compile-model.js";
import { designOf } from "../sampling/design-of.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Column } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import { probabilityAtOrBelow } from "../statistics/probability.js";
import { chanceOf } from "./believe.js";
import { type FixedDraws, fixedDraws } from "./fixed-draws.js";
import { sensibleRange, withFreed } from "./freed.js";
import { correlatedWith, scaleOf } from "./look-up.js";
import { marginalOf } from "./marginal.js";
import { placesBetween, placesOf } from "./places.js";
import { type Solution, solve } from "./solve.js";

/** At which value of an input does an output stay at or below a price with a given probability? */
export interface SolveAsk {
  readonly output: string;
  readonly input: string;
  /** In the output's unit. */
  readonly price: number;
  /** In (0, 1). */
  readonly probability: number;
  /** Where to look, in the input's unit; by default, what is believed of an uncertain input. */
  readonly between?: readonly [number, number];
}

/** The answer, in the units of the input and the output. */
export interface Solved {
  readonly solution: Solution;
  /** The values between which was looked. */
  readonly searched: readonly [number, number];
  /** The input's own 5% and 95% quantiles, and the chance that it lies where the answer says. */
  readonly believed?: { readonly p5: number; readonly p95: number; readonly chance: number };
  /** What a fixed number is now. */
  readonly fixed?: number;
  /** The probability with nothing set. */
  readonly now: Interval;
  /** Draws without a finite value with nothing set: they are not within the price. */
  readonly undefined: number;
  /** Inputs that are correlated with the one that is set, and left as they are. */
  readonly correlated: readonly string[];
}

/** Solves for an input or a fixed number of a scenario; everything else is as uncertain as it is. */
export function solveScenario(scenario: Scenario, ask: SolveAsk): Solved {
  const { input, output, probability } = ask;
  const freed = withFreed({ ...scenario, outputs: [output] }, [input]);
  const model = compileModel(freed);
  const draws = fixedDraws(model, designOf(freed));
  const scale = scaleOf(model, input);
  const fixed = constantOf(scenario, input);
  const range =
    ask.between ??
    (fixed === undefined
      ? undefined
      : sensibleRange(
          freed.quantities.find(({ name }) => name === input)!,
          fixed,
        ));
  const places = range
    ? placesBetween(range[0] * scale, range[1] * scale)
    : placesOf(marginalOf(draws, input));
  const price = ask.price * scaleOf(model, output);
  const question = { input, output: 0, price, probability, places, correlated: "held" as const };
  const solution = solve(draws, question);
  const column = unsetColumn(draws);
  return {
    solution: inUnit(solution, scale),
    searched: [places[0]! / scale, places.at(-1)! / scale],
    ...(fixed === undefined ? { believed: beliefOf(draws, input, solution, scale) } : { fixed }),
    now: probabilityAtOrBelow(column, price),
    undefined: column.values.reduce((count, value) => count + Number(!Number.isFinite(value)), 0),
    correlated: correlatedWith(scenario, model, [input]),
  };
}

/** The price that an output stays at or below with a given probability: its quantile. */
export function solvePrice(
  scenario: Scenario,
  { output, probability }: Pick<SolveAsk, "output" | "probability">,
): { readonly price: Interval; readonly undefined: number } {
  const narrowed = { ...scenario, outputs: [output] };
  const model = compileModel(narrowed);
  const scale = scaleOf(model, output);
  const { values, replicates } = unsetColumn(fixedDraws(model, designOf(narrowed)));
  const sorted = sortColumn({ values, ...(replicates ? { replicates } : {}) });
  const { value, low, high } = percentile(sorted, probability);
  return {
    price: { value: value / scale, low: low / scale, high: high / scale },
    undefined: values.reduce((count, each) => count + Number(!Number.isFinite(each)), 0),
  };
}

function constantOf({ quantities }: Scenario, name: string): number | undefined {
  const { definition } = quantities.find((quantity) => quantity.name === name)!;
  return definition.kind === "constant" ? definition.value : undefined;
}

/** The output with nothing set, in base units. */
function unsetColumn({ sizes, evaluate }: FixedDraws): Column {
  const replicates = sizes.map((_, r) => evaluate(r, new Map(), "held")[0]!.slice());
  return { values: Float64Array.from(replicates.flatMap((part) => [...part])), replicates };
}

function beliefOf(
  draws: FixedDraws,
  input: string,
  solution: Solution,
  scale: number,
): NonNullable<Solved["believed"]> {
  const marginal = marginalOf(draws, input);
  const [p5, p95] = [0.05, 0.95].map((p) => marginal.quantile(p) / scale) as [number, number];
  return { p5, p95, chance: chanceOf(solution, marginal) };
}

function inUnit(solution: Solution, scale: number): Solution {
  switch (solution.kind) {
    case "always":
      return solution;
    case "never": {
      const { value, probability } = solution.best;
      return { kind: "never", best: { value: value / scale, probability } };
    }
    case "crosses": {
      const crossings = solution.crossings.map(({ value: { value, low, high }, reached }) => ({
        value: { value: value / scale, low: low / scale, high: high / scale },
        reached,
      }));
      return { kind: "crosses", crossings };
    }
  }
}
