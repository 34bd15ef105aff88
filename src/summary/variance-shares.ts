import type { CompiledModel } from "../engine/compile-model.js";
import { studentQuantile } from "../numeric/student.js";
import type { Driver } from "../sensitivity/drivers.js";
import type { Refusal } from "../sensitivity/groups.js";
import type { Target } from "../sensitivity/measure.js";
import { correlatedAmong, narrowedTo } from "../sensitivity/narrowed-model.js";
import {
  type ShapleyEffects,
  shapleyEffects,
  SUBSETS_MAX,
} from "../sensitivity/shapley-effects.js";
import { type SobolIndices, sobolIndices } from "../sensitivity/sobol-indices.js";
import { TAIL } from "../statistics/column.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import type { VarianceNote } from "./summary.js";

/** Evaluations that a run spends on shares of each kind, and base points within that. */
const EVALUATIONS_MAX = 16_384;
const POINTS_MAX = 1024;
const POINTS_MIN = 256;
/** Independent scrambles of the design, over which the errors are. */
const SCRAMBLES = 8;

/** The shares of one output: by input, and what they are shares of or why there are none. */
export interface VarianceShares {
  readonly note: VarianceNote;
  readonly byInput: ReadonlyMap<string, Pick<Driver, "first" | "total" | "shapley">>;
}

/**
 * First-order and total indices of every output from few points, for a table beside a run, or Shapley
 * effects where the inputs that an output needs are correlated with each other: of the logarithm where an
 * output is positive, since heavy tails leave the variance of the value unsteady or without meaning,
 * else of the value. `analyseSensitivity` has all there is to say.
 */
export function varianceShares(
  model: CompiledModel,
  outputs: readonly string[],
  seed: string,
): ReadonlyMap<string, VarianceShares> {
  const uncertain = outputs.filter((name) => model.inputsOf(name).size > 0);
  const rests = (name: string): boolean =>
    correlatedAmong(model.dependence, model.inputsOf(name)).length > 0;
  const apart = uncertain.filter((name) => !rests(name));
  const designs = togetherOf(model, uncertain.filter(rests));
  const found = [
    ...sharedOut(model, outputs, apart, seed, indices),
    ...designs.flatMap((names) => sharedOut(model, outputs, names, seed, effects(designs.length))),
  ];
  // In the order of the outputs, whatever they were worked out by.
  return new Map(outputs.flatMap((name) => found.filter(([output]) => output === name)));
}

/**
 * Outputs that can share a design: what one of them does not need is independent of all that it needs,
 * and so explains nothing of it.
 */
function togetherOf(
  { dependence, inputsOf }: CompiledModel,
  names: readonly string[],
): readonly (readonly string[])[] {
  const designs: string[][] = [];
  const canShare = (together: readonly string[]): boolean => {
    const needed = new Set(together.flatMap((name) => [...inputsOf(name)]));
    const blocks = correlatedAmong(dependence, needed);
    return together.every((name) =>
      blocks.every(({ inputs }) => {
        const own = inputs.filter((input) => inputsOf(name).has(input)).length;
        return own === 0 || own === inputs.length;
      }),
    );
  };
  for (const name of names) {
    const design = designs.find((together) => canShare([...together, name]));
    if (design) design.push(name);
    else designs.push([name]);
  }
  return designs;
}

type Found = readonly [string, VarianceShares];

/** A way to share variance out: what a base point costs it, what it may spend, and its answers. */
interface Method {
  readonly setsOf: (inputs: number) => number;
  readonly evaluationsMax: number;
  readonly analyse: (
    model: Parameters<typeof sobolIndices>[0],
    targets: readonly Target[],
    options: { readonly draws: number; readonly seed: string },
  ) => readonly (SobolIndices | ShapleyEffects | Refusal)[];
}

const indices: Method = {
  setsOf: (inputs) => inputs + 2,
  evaluationsMax: EVALUATIONS_MAX,
  analyse: (model, targets, options) =>
    // Some of these inputs may correlate, but none that one output needs together.
    sobolIndices({ ...model, dependence: undefined }, targets, options),
};

/** Designs share what may be spent. */
function effects(designs: number): Method {
  return {
    setsOf: (inputs) => (inputs <= SUBSETS_MAX ? 1 << inputs : inputs + 1),
    evaluationsMax: EVALUATIONS_MAX / designs,
    analyse: shapleyEffects,
  };
}

function sharedOut(
  model: CompiledModel,
  outputs: readonly string[],
  names: readonly string[],
  seed: string,
  { setsOf, evaluationsMax, analyse }: Method,
): readonly Found[] {
  if (names.length === 0) return [];
  const needed = new Set(names.flatMap((name) => [...model.inputsOf(name)]));
  const affordable = Math.floor(evaluationsMax / setsOf(needed.size));
  const points = Math.min(POINTS_MAX, 2 ** Math.floor(Math.log2(affordable)));
  if (!(points >= POINTS_MIN)) {
    const refused = `${needed.size} uncertain inputs are too many for shares of variance beside a run`;
    return names.map((name) => [name, none(refused)]);
  }
  const targets = names.flatMap((name): readonly Target[] => {
    const output = outputs.indexOf(name);
    return [
      { output, measure: { kind: "logarithm" } },
      { output, measure: { kind: "value" } },
    ];
  });
  const results = analyse(narrowedTo(model, needed), targets, { draws: points, seed });
  return names.map((name, k): Found => {
    const own = model.inputsOf(name);
    const [logarithm, value] = [results[2 * k]!, results[2 * k + 1]!];
    if (logarithm.kind !== "refused") return [name, sharesOf(logarithm, "logarithm", points, own)];
    if (value.kind !== "refused") return [name, sharesOf(value, "value", points, own)];
    return [name, none(value.reason)];
  });
}

function none(refused: string): VarianceShares {
  return { note: { refused }, byInput: new Map() };
}

function sharesOf(
  result: SobolIndices | ShapleyEffects,
  of: "logarithm" | "value",
  points: number,
  own: ReadonlySet<string>,
): VarianceShares {
  if (result.undefined > 0) return none("some evaluations gave no finite number");
  const warning = result.tail?.warning;
  const note = { of, points, ...(warning === undefined ? {} : { warning }) };
  if (result.kind === "effects") {
    const shares = result.groups
      .filter(({ name }) => own.has(name))
      .map(({ name, effect }) => [name, { shapley: estimateOf(effect) }] as const);
    return { note: { ...note, method: "shapley" }, byInput: new Map(shares) };
  }
  const shares = result.groups
    .filter(({ name }) => own.has(name))
    .map(
      ({ name, first, total }) =>
        [name, { first: estimateOf(first), total: estimateOf(total) }] as const,
    );
  return { note, byInput: new Map(shares) };
}

/** The standard error behind an interval over the scrambles. */
function estimateOf({ value, high }: Interval): Estimate {
  return { value, error: (high - value) / studentQuantile(1 - TAIL, SCRAMBLES - 1) };
}

/** The 95% interval of a share again, from its standard error. */
export function shareInterval({ value, error }: Estimate): Interval {
  const half = error * studentQuantile(1 - TAIL, SCRAMBLES - 1);
  return { value, low: value - half, high: value + half };
}
