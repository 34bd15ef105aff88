import type { FixedDraws } from "./fixed-draws.js";
import { type Marginal, marginalOf } from "./marginal.js";
import { placesOf } from "./places.js";
import { type Solution, solve } from "./solve.js";

/** What an input would have to be for an output to stay within a price. */
export interface Belief {
  readonly input: string;
  /** What is believed now: the input's 5% and 95% quantiles, in base units. */
  readonly p5: number;
  readonly p95: number;
  /** What is needed for even odds, and for nine chances in ten. */
  readonly even: Needed;
  readonly likely: Needed;
}

/** Where a probability is reached, and the chance that the input lies there. */
export interface Needed {
  readonly solution: Solution;
  /** In [0, 1], by the input's own distribution. */
  readonly chance: number;
}

/**
 * What one would have to believe of each input alone, the others as uncertain as they are; inputs
 * correlated with it follow. Values beyond the middle 99.8% of the input are not looked at. Left out are
 * switches, which have no values in between, and inputs whose distribution depends on others: to find
 * one at a value would tell of those too, which no draw shows.
 *
 * @param output place of the output among those of the model
 * @param price in the unit of the model's columns: base units
 */
export function whatToBelieve(draws: FixedDraws, output: number, price: number): readonly Belief[] {
  const { inputs, quantities } = draws.model;
  const believed = inputs.filter((input) => {
    const definition = quantities.find(({ name }) => name === input.name)?.definition;
    return "distribution" in input && !(definition && "cases" in definition && definition.cases);
  });
  return believed.map(({ name }) => {
    const marginal = marginalOf(draws, name);
    const places = placesOf(marginal);
    const needed = (probability: number): Needed => {
      const question = { input: name, output, price, probability, places };
      const solution = solve(draws, { ...question, correlated: "follow" });
      return { solution, chance: chanceOf(solution, marginal) };
    };
    return {
      input: name,
      p5: marginal.quantile(0.05),
      p95: marginal.quantile(0.95),
      even: needed(0.5),
      likely: needed(0.9),
    };
  });
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
