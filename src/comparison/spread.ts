import { findModel } from "../models/library.js";
import { type Anova, anova } from "./anova.js";
import { type CutModel, cutModel, leadOfMost } from "./cut-model.js";
import type { PointAnswer } from "./point-answer.js";

/** What the answers of several scenarios of one model differ by. */
export interface Spread {
  /** Places in the list given of the scenarios that it covers. */
  readonly covered: readonly number[];
  /** The output they are compared on: the one that contains the leading outputs of all of them. */
  readonly output: string;
  /** Shares of the variance of the logarithm, the largest first. */
  readonly factors: readonly {
    readonly name: string;
    readonly label: string;
    readonly share: number;
  }[];
  readonly interaction: number;
  readonly sampled: boolean;
}

const SCENARIOS_MIN = 3;
/** How far the model may miss a scenario's own answer: rounding, not another formula. */
const TOLERANCE = 1e-6;
/** Factors an answer may leave out, of which each is taken as 0 or as 1. */
const LEFT_OUT_MAX = 6;

type Factors = PointAnswer["factors"];

/**
 * Splits the variance of the logarithm of several answers over the factors of their model, each
 * factor taking independently the value it has in each scenario. A factor that an answer leaves out,
 * as a cost leaves out the margin on a price, takes 0 or 1, whichever leaves that answer as it is.
 *
 * @returns undefined for fewer than three scenarios that one model of the library reproduces
 */
export function spreadOf(answers: readonly PointAnswer[]): Spread | undefined {
  const found = [...new Set(answers.map(({ model }) => model))].flatMap((name) => {
    const spread = name === undefined ? undefined : spreadOfModel(name, answers);
    return spread ? [spread] : [];
  });
  return found.sort((one, other) => other.covered.length - one.covered.length)[0];
}

function spreadOfModel(name: string, answers: readonly PointAnswer[]): Spread | undefined {
  const model = findModel(name);
  const own = answers.filter((answer) => answer.model === name);
  const output =
    model &&
    leadOfMost(
      model,
      own.map((answer) => answer.output.name),
    );
  if (!model || output === undefined) return undefined;
  const factors = uniqueFactors(own.flatMap((answer) => answer.factors));
  const cut = cutModel(
    model,
    output,
    factors.flatMap(({ quantities }) => quantities.map((one) => one.name)),
  );
  const reproduced = answers.flatMap((answer, place) => {
    const values = answer.model === name ? valuesIn(cut, factors, answer) : undefined;
    return values ? [{ place, values }] : [];
  });
  if (reproduced.length < SCENARIOS_MIN) return undefined;
  const levels = factors.map((_, k) => countedLevels(reproduced.map(({ values }) => values[k]!)));
  const split = splitLogarithm(cut, factors, levels);
  if (!(split.variance > 0)) return undefined;
  return {
    covered: reproduced.map(({ place }) => place),
    output,
    factors: factors
      .map(({ name: factor, label }, k) => ({ name: factor, label, share: split.shares[k]! }))
      .sort((one, other) => other.share - one.share),
    interaction: split.interaction,
    sampled: split.sampled,
  };
}

function splitLogarithm(cut: CutModel, factors: Factors, levels: readonly Levels[]): Anova {
  return anova(
    levels.map(({ counts }) => counts),
    (columns, length) => {
      const named = factors.flatMap(({ quantities }, k) =>
        quantities.map(({ name }, part) => {
          const values = levels[k]!.values.map((level) => level[part]!);
          return [name, Float64Array.from(columns[k]!, (level) => values[level]!)] as const;
        }),
      );
      return cut.evaluate(new Map(named), length).map(Math.log);
    },
  );
}

/** Every factor once, with every quantity that some answer has of it. */
function uniqueFactors(all: Factors): Factors {
  const byName = new Map<string, Factors[number]>();
  for (const { name, label, quantities } of all) {
    const known = byName.get(name)?.quantities ?? [];
    const more = quantities.filter((one) => !known.some((other) => other.name === one.name));
    byName.set(name, { name, label, quantities: [...known, ...more] });
  }
  return [...byName.values()];
}

/** The distinct values of a factor, each a number a quantity, and how many scenarios have them. */
interface Levels {
  readonly values: readonly (readonly number[])[];
  readonly counts: readonly number[];
}

function countedLevels(all: readonly (readonly number[])[]): Levels {
  const counted = new Map<string, { values: readonly number[]; count: number }>();
  for (const values of all) {
    const key = values.map((value) => value.toPrecision(12)).join(" ");
    counted.set(key, { values, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const levels = [...counted.values()];
  return { values: levels.map(({ values }) => values), counts: levels.map(({ count }) => count) };
}

/** The values of every factor with which the model gives a scenario's own answer, in base units. */
function valuesIn(
  cut: CutModel,
  factors: Factors,
  answer: PointAnswer,
): readonly (readonly number[])[] | undefined {
  const stated = new Map(
    answer.factors.flatMap(({ quantities }) =>
      quantities.map(({ name, value, unit }) => [name, cut.toBase(value, unit)] as const),
    ),
  );
  const goal = cut.toBase(answer.output.value, answer.output.unit);
  const missing = factors
    .flatMap(({ quantities }) => quantities.map(({ name }) => name))
    .filter((name) => !stated.has(name));
  if (missing.length > LEFT_OUT_MAX || goal === undefined || !(goal > 0)) return undefined;
  for (let choice = 0; choice < 2 ** missing.length; choice++) {
    const tried = new Map([
      ...stated,
      ...missing.map((name, k) => [name, (choice >> k) & 1] as const),
    ]);
    const columns = new Map(
      [...tried].map(([name, value]) => [name, Float64Array.of(value ?? NaN)]),
    );
    const [found] = cut.evaluate(columns, 1);
    if (Math.abs(found! / goal - 1) < TOLERANCE) {
      return factors.map(({ quantities }) => quantities.map(({ name }) => tried.get(name)!));
    }
  }
  return undefined;
}
