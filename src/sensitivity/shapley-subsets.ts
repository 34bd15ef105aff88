import { type Column, columnOf } from "../statistics/column.js";
import { intervalOf } from "../statistics/replicates.js";
import type { UncertainModel } from "./draw-values.js";
import type { Group, Refusal } from "./groups.js";
import { measured, type Target } from "./measure.js";
import { pickFreeze, type PickFreeze } from "./pick-freeze.js";
import { countNotFinite, refuseUnmeasurable } from "./refuse-unmeasurable.js";
import type { ShapleyEffects } from "./shapley-effects.js";
import { shapleyValues } from "./shapley-weights.js";
import { shares } from "./shares.js";
import { judgeTail } from "./tail.js";
import { fastestGrowth, type TailGrowth } from "./tail-growth.js";

/** Shapley effects from the share of variance that each subset of the groups explains. */
export function shapleyBySubsets(
  model: UncertainModel,
  groups: readonly Group[],
  targets: readonly Target[],
  draws: number,
  seed: string,
): readonly (ShapleyEffects | Refusal)[] {
  const frozen = Array.from(
    { length: 1 << groups.length },
    (_, subset) => new Set(groups.flatMap(({ inputs }, k) => ((subset >> k) & 1 ? inputs : []))),
  );
  const design = pickFreeze(model, frozen, draws, seed);
  const growths = fastestGrowth(model, targets, seed);
  return targets.map((target, k) => effectsOf(design, groups, target, growths[k]));
}

/** The effects of one target from the outputs of a design whose sets are all subsets, in order. */
function effectsOf(
  design: PickFreeze,
  groups: readonly Group[],
  { output, measure }: Target,
  growth: TailGrowth | undefined,
): ShapleyEffects | Refusal {
  const raw = design.columns.map((columns) => columns[output]!);
  const refusal = refuseUnmeasurable(measure, raw);
  if (refusal) return refusal;
  const subsets = raw.map((column) => columnOf(measured(measure, column), design.replication));
  const values = effects(groups.length, subsets, ({ values }) => values);
  const each = subsets[0]!.replicates!.map((_, r) =>
    effects(groups.length, subsets, ({ replicates }) => replicates![r]!),
  );
  return {
    kind: "effects",
    groups: groups.map(({ name }, k) => ({
      name,
      effect: intervalOf(
        values[k]!,
        each.map((estimates) => estimates[k]!),
      ),
    })),
    method: "subsets",
    evaluations: raw.length * raw[0]!.length,
    undefined: raw.reduce((count, column) => count + countNotFinite(column), 0),
    ...(measure.kind === "at-or-below" ? {} : { tail: judgeTail(subsets.at(-1)!.values, growth) }),
  };
}

function effects(
  players: number,
  subsets: readonly Column[],
  part: (column: Column) => Float64Array,
): readonly number[] {
  const [second, first] = [part(subsets[0]!), part(subsets.at(-1)!)];
  const worth = subsets.map((subset, k) => {
    if (k === 0) return 0;
    if (k === subsets.length - 1) return 1;
    // Seen from B, what is frozen is what is shared with A.
    return shares(second, first, part(subset)).first;
  });
  return shapleyValues(players, worth);
}
