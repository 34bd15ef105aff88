import { type Column, columnOf } from "../statistics/column.js";
import type { Interval } from "../statistics/estimate.js";
import { intervalOf } from "../statistics/replicates.js";
import { type Group, groupsOf, type Refusal, refuseCorrelated } from "./groups.js";
import { measured, type Target } from "./measure.js";
import { countNotFinite, refuseUnmeasurable } from "./refuse-unmeasurable.js";
import type { UncertainModel } from "./draw-values.js";
import { pickFreeze, type PickFreeze } from "./pick-freeze.js";
import { shares } from "./shares.js";
import { judgeTail, type Tail } from "./tail.js";
import { fastestGrowth, type TailGrowth } from "./tail-growth.js";

/** Shares of an output's variance. */
export interface SobolIndices {
  readonly kind: "indices";
  /** In the order of the groups, then of the inputs left over. */
  readonly groups: readonly {
    readonly name: string;
    /** What would go if the group were known: alone. Estimates below zero are shown as they are. */
    readonly first: Interval;
    /** What would stay if all but the group were known: with every interaction. */
    readonly total: Interval;
  }[];
  readonly evaluations: number;
  /** Evaluations that gave no finite number; with any, the indices are NaN. */
  readonly undefined: number;
  /** Absent where there is no doubt: whether a price is met always has a variance. */
  readonly tail?: Tail;
}

/** How much work, from which seed, and which inputs belong together. */
export interface SobolOptions {
  /** Base points; each costs one evaluation a group and two more. */
  readonly draws: number;
  readonly seed: string;
  readonly groups?: readonly Group[];
}

/**
 * First-order and total Sobol' indices, one answer for each target, all from the same evaluations.
 * Where the distribution of an input depends on others, its own uniform is the variable: what is left
 * of it once they are known. A switch or an uncertain parameter is another variable, and what it does
 * through the inputs that it conditions is its own.
 * The 95% intervals are Student's t over the independent scrambles of the design: a bootstrap of its
 * draws would ignore how well they are balanced and be many times too wide.
 */
export function sobolIndices(
  model: UncertainModel,
  targets: readonly Target[],
  { draws, seed, groups: asked }: SobolOptions,
): readonly (SobolIndices | Refusal)[] {
  const names = model.inputs.map(({ name }) => name);
  const groups = groupsOf(names, asked);
  const refusal = refuseCorrelated(model, groups);
  if (refusal) return targets.map(() => refusal);
  const without = groups.map((group) => new Set(names.filter((x) => !group.inputs.includes(x))));
  const design = pickFreeze(model, [new Set(names), new Set(), ...without], draws, seed);
  const growths = fastestGrowth(model, targets, seed);
  return targets.map((target, k) => indicesOf(design, groups, target, growths[k]));
}

/** The indices of one target from the outputs of a design. */
function indicesOf(
  design: PickFreeze,
  groups: readonly Group[],
  { output, measure }: Target,
  growth: TailGrowth | undefined,
): SobolIndices | Refusal {
  const raw = design.columns.map((columns) => columns[output]!);
  const refusal = refuseUnmeasurable(measure, raw);
  if (refusal) return refusal;
  const columns = raw.map((column) => columnOf(measured(measure, column), design.replication));
  const [a, b, ...swapped] = columns as [Column, Column, ...Column[]];
  return {
    kind: "indices",
    groups: swapped.map((column, k) => {
      const whole = shares(a.values, b.values, column.values);
      const each = column.replicates!.map((part, r) =>
        shares(a.replicates![r]!, b.replicates![r]!, part),
      );
      return {
        name: groups[k]!.name,
        first: intervalOf(
          whole.first,
          each.map(({ first }) => first),
        ),
        total: intervalOf(
          whole.total,
          each.map(({ total }) => total),
        ),
      };
    }),
    evaluations: raw.length * a.values.length,
    undefined: raw.reduce((count, column) => count + countNotFinite(column), 0),
    ...(measure.kind === "at-or-below" ? {} : { tail: judgeTail(a.values, growth) }),
  };
}
