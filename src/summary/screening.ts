import type { UncertainModel } from "../sensitivity/draw-values.js";
import type { Group } from "../sensitivity/groups.js";
import type { Target } from "../sensitivity/measure.js";
import { morris } from "../sensitivity/morris.js";

/** Uncertain inputs beyond which few are looked at closely. */
const INPUTS_MAX = 40;
/** Inputs kept of a screening. */
const KEPT = 20;
const TRAJECTORIES = 30;
/** Names the inputs that a screening leaves out; no input's name holds a space. */
export const REST = "all others";

/** Which of many inputs are looked at closely, the others being taken as one. */
export interface Screening {
  readonly kept: readonly string[];
  readonly rest: Group;
  readonly evaluations: number;
}

/**
 * Morris' screening where there are more than forty uncertain inputs; undefined where there are fewer.
 * What it leaves out stays in the analysis as one group, so that a mistake of the screening shows.
 *
 * @param names the inputs that vary
 */
export function screen(
  model: UncertainModel,
  names: readonly string[],
  target: Target,
  seed: string,
): Screening | undefined {
  if (names.length <= INPUTS_MAX) return undefined;
  const { effects, evaluations } = morris(model, target, TRAJECTORIES, seed);
  // An effect that is not a number cannot be dismissed.
  const size = (name: string): number => {
    const { value } = effects.find(({ input }) => input === name)!.size;
    return Number.isNaN(value) ? Infinity : value;
  };
  const sizes = new Map(names.map((name) => [name, size(name)]));
  const ranked = names.toSorted((a, b) =>
    sizes.get(a) === sizes.get(b) ? 0 : sizes.get(b)! - sizes.get(a)!,
  );
  return {
    kept: ranked.slice(0, KEPT),
    rest: { name: REST, inputs: ranked.slice(KEPT) },
    evaluations,
  };
}
