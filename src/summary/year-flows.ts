import type { Horizon } from "../scenario/scenario.js";
import { askedFormulas } from "./asked-formulas.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { FinishedRun } from "./finished-run.js";

/** One year of operation over a run's sample, a value per draw. */
export interface YearOfDraws {
  /** The leading output, in its own unit. */
  readonly output: Float64Array;
  /** What it is held against; absent where the scenario names no path. */
  readonly price?: Float64Array;
  /** USD. */
  readonly cash: Float64Array;
  /** What a dollar has to earn in this year: 0.1 is 10%. */
  readonly rate: Float64Array;
}

/** All years of a run's sample: the same draws every year, so that years differ by the time alone. */
export interface YearsOfDraws {
  readonly years: readonly YearOfDraws[];
  /** USD, paid before the first year. */
  readonly investment: Float64Array;
  /** Whether nothing in them is uncertain. */
  readonly fixed: boolean;
}

/** Evaluates the years of a horizon, each with the model as it is after so many years. */
export function yearsOfDraws(
  run: FinishedRun,
  { name, scale }: DrawnOutput,
  horizon: Horizon,
): YearsOfDraws {
  const { cash, discount, investment, price } = horizon;
  // Divided by what a number in the formula was multiplied with, it is the same number again.
  const [dollars, rates] = ["USD/year", "1/year"].map((unit) => run.model.units.parse(unit).scale);
  const formulas = [name, cash, discount, investment, ...(price === undefined ? [] : [price])];
  const asked = Array.from({ length: horizon.years }, (_, k) => askedFormulas(run, formulas, k));
  return {
    years: asked.map(({ columns }) => ({
      output: columns[0]!.map((value) => value / scale),
      cash: columns[1]!.map((value) => value / dollars!),
      rate: columns[2]!.map((value) => value / rates!),
      ...(price === undefined ? {} : { price: columns[4]!.map((value) => value / scale) }),
    })),
    investment: asked[0]!.columns[3]!,
    fixed: asked.every(({ inputs }) => inputs.size === 0),
  };
}
