import { type Belief, believable, type Needed, whatToBelieve } from "../decision/believe.js";
import type { Crossing } from "../decision/solve.js";
import type { CompiledModel } from "../engine/compile-model.js";
import type { Interval } from "../statistics/estimate.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import type { Bet } from "./bet.js";

/** Inputs that something is said about. */
const INPUTS_MAX = 6;

/** Where an input has to lie for a probability, in its own unit. */
export type NeededBelief = (
  | {
      readonly kind: "crosses";
      /** An end of an interval is infinite where some replicates do not cross on that side. */
      readonly crossings: readonly Crossing[];
    }
  | { readonly kind: "always" }
  | {
      readonly kind: "never";
      /** The value with the largest probability. */
      readonly best: { readonly value: number; readonly probability: number };
    }
) & {
  /** That the input lies there, by its own distribution. */
  readonly chance: number;
};

/** What one would have to believe of each input alone for the bet to be even, or 90% sure. */
export interface Beliefs {
  readonly output: string;
  readonly against: string;
  /** Draws that were asked. */
  readonly draws: number;
  /** The inputs that move the odds most first; those correlated with one follow it. */
  readonly inputs: readonly {
    readonly input: string;
    readonly unit: string;
    readonly p5: number;
    readonly p95: number;
    readonly even: NeededBelief;
    readonly likely: NeededBelief;
  }[];
}

/** The value of each input at which the output equals the price, future by future, others as drawn. */
export interface BreakEvenValues {
  readonly output: string;
  readonly against: string;
  readonly draws: number;
  readonly inputs: readonly {
    readonly input: string;
    readonly unit: string;
    /** Over the futures that have such a value; absent where none has. */
    readonly p5?: Interval;
    readonly p50?: Interval;
    readonly p95?: Interval;
    /** Shares of futures: with one such value or more, met at every value, met at none. */
    readonly some: number;
    readonly always: number;
    readonly never: number;
    /** Share with several, of which the one nearest to the input as drawn is taken. */
    readonly several: number;
  }[];
}

/** Both at once: they rest on the same evaluations. */
export function beliefsOf(
  model: CompiledModel,
  { breakEven, draws, price, inputs }: Bet,
): { readonly beliefs: Beliefs; readonly breakEvenValues: BreakEvenValues } | undefined {
  const asked = believable(draws);
  const names = inputs.filter((name) => asked.includes(name)).slice(0, INPUTS_MAX);
  if (names.length === 0) return undefined;
  const beliefs = whatToBelieve(draws, 0, price, names).map((belief) => {
    const { unit } = model.quantities.find(({ name }) => name === belief.input)!;
    return { belief, unit, scale: model.units.parse(unit).scale };
  });
  const { output, against } = breakEven;
  const size = draws.sizes.reduce((sum, part) => sum + part, 0);
  const head = { output, against, draws: size };
  return {
    beliefs: {
      ...head,
      inputs: beliefs.map(({ belief: { input, p5, p95, even, likely }, unit, scale }) => ({
        ...{ input, unit, p5: p5 / scale, p95: p95 / scale },
        ...{ even: neededIn(even, scale), likely: neededIn(likely, scale) },
      })),
    },
    breakEvenValues: {
      ...head,
      inputs: beliefs.map(({ belief, unit, scale }) => ({
        ...{ input: belief.input, unit },
        ...valuesOf(belief, scale, draws.split),
      })),
    },
  };
}

/** What is needed of an input, in its own unit. */
export function neededIn({ solution, chance }: Needed, scale: number): NeededBelief {
  switch (solution.kind) {
    case "always":
      return { ...solution, chance };
    case "never": {
      const { value, probability } = solution.best;
      return { kind: "never", best: { value: value / scale, probability }, chance };
    }
    case "crosses": {
      const crossings = solution.crossings.map(({ value, reached }) => ({
        value: scaled(value, scale),
        reached,
      }));
      return { kind: "crosses", crossings, chance };
    }
  }
}

type Values = Omit<BreakEvenValues["inputs"][number], "input" | "unit">;

function valuesOf(
  { inEachFuture: { at, count } }: Belief,
  scale: number,
  split: (column: Float64Array) => readonly Float64Array[],
): Values {
  const share = (is: (value: number) => boolean): number =>
    at.reduce((sum, value) => sum + Number(is(value)), 0) / at.length;
  const shares = {
    some: share(Number.isFinite),
    always: share((value) => value === -Infinity),
    never: share((value) => value === Infinity),
    several: count.reduce((sum, passages) => sum + Number(passages > 1), 0) / at.length,
  };
  const replicates = split(at).map((part) => part.filter(Number.isFinite));
  if (replicates.some(({ length }) => length === 0)) return shares;
  const sorted = sortColumn({ values: at.filter(Number.isFinite), replicates });
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => scaled(percentile(sorted, p), scale));
  return { ...shares, p5: p5!, p50: p50!, p95: p95! };
}

function scaled({ value, low, high }: Interval, scale: number): Interval {
  return { value: value / scale, low: low / scale, high: high / scale };
}
