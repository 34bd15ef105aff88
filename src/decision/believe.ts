import { type BreakEvenAsk, breakEvenValues, END } from "./break-even-values.js";
import type { FixedDraws } from "./fixed-draws.js";
import { type Marginal, marginalOf } from "./marginal.js";
import type { Passages } from "./passages.js";
import { placesOf } from "./places.js";
import { type Solution, solve } from "./solve.js";
import { solveFromPassages } from "./solve-from-passages.js";

/** What an input would have to be for an output to stay within a price. */
export interface Belief {
  readonly input: string;
  /** What is believed now: the input's 5% and 95% quantiles, in base units. */
  readonly p5: number;
  readonly p95: number;
  /** What is needed for even odds, and for nine chances in ten, the other inputs free. */
  readonly even: Needed;
  readonly likely: Needed;
  /** What is needed in each future on its own, every other input as drawn. */
  readonly inEachFuture: Passages;
}

/** Where a probability is reached, and the chance that the input lies there. */
export interface Needed {
  readonly solution: Solution;
  /** In [0, 1], by the input's own distribution. */
  readonly chance: number;
}

/** The inputs of which something can be believed: see `whatToBelieve` for those that are left out. */
export function believable({ model: { inputs, quantities } }: FixedDraws): readonly string[] {
  return inputs
    .filter((input) => {
      const definition = quantities.find(({ name }) => name === input.name)?.definition;
      return "distribution" in input && !(definition && "cases" in definition && definition.cases);
    })
    .map(({ name }) => name);
}

/**
 * What one would have to believe of each input alone, the others as uncertain as they are; inputs
 * correlated with it follow. Values beyond the middle 99.8% of the input are not looked at. Left out are
 * switches, which have no values in between, and inputs whose distribution depends on others: to find
 * one at a value would tell of those too, which no draw shows.
 *
 * Where every future passes the price once at most, and all in the same direction, the share of futures
 * within the price at some value is the share whose own passage is behind it, so the answers are
 * quantiles of the passages. Elsewhere they are solved for.
 *
 * @param output place of the output among those of the model
 * @param price in the unit of the model's columns: base units
 * @param names the inputs asked about, of those that are `believable`
 */
export function whatToBelieve(
  draws: FixedDraws,
  output: number,
  price: number,
  names = believable(draws),
): readonly Belief[] {
  return names.map((input) => {
    const marginal = marginalOf(draws, input);
    const ask = { input, output, price, marginal };
    const inEachFuture = breakEvenValues(draws, { ...ask, correlated: "held" });
    const following = isCorrelated(draws, input)
      ? breakEvenValues(draws, { ...ask, correlated: "follow" })
      : inEachFuture;
    return {
      input,
      p5: marginal.quantile(0.05),
      p95: marginal.quantile(0.95),
      even: needed(draws, ask, following, 0.5),
      likely: needed(draws, ask, following, 0.9),
      inEachFuture,
    };
  });
}

/** The value of an input for even odds where others are set all along; what correlates follows. */
export function evenOddsGiven(
  draws: FixedDraws,
  { input, output, price, given }: Pick<BreakEvenAsk, "input" | "output" | "price" | "given">,
): Needed {
  const ask = {
    input,
    output,
    price,
    marginal: marginalOf(draws, input),
    ...(given ? { given } : {}),
  };
  return needed(draws, ask, breakEvenValues(draws, { ...ask, correlated: "follow" }), 0.5);
}

function needed(
  draws: FixedDraws,
  ask: Omit<BreakEvenAsk, "correlated">,
  following: Passages,
  probability: number,
): Needed {
  const { marginal, ...question } = ask;
  const range = [marginal.quantile(END), marginal.quantile(1 - END)] as const;
  const solution =
    solveFromPassages(following, draws.split, probability, range) ??
    solve(draws, { ...question, probability, correlated: "follow", places: placesOf(marginal) });
  return { solution, chance: chanceOf(solution, marginal) };
}

function isCorrelated({ model }: FixedDraws, name: string): boolean {
  return model.dependence?.inputs.includes(name) ?? false;
}

/** The chance that the input lies where the probability is reached. */
export function chanceOf(solution: Solution, { cdf }: Marginal): number {
  switch (solution.kind) {
    case "always":
      return 1;
    case "never":
      return 0;
    case "crosses": {
      // From below, every crossing opens or closes a stretch in which the probability is reached.
      const last = solution.crossings.at(-1)!;
      return solution.crossings.reduce(
        (sum, { value, reached }) => sum + (reached === "below" ? 1 : -1) * cdf(value.value),
        last.reached === "above" ? 1 : 0,
      );
    }
  }
}
