import type { Dependence } from "../scenario/dependence.js";
import type { UncertainModel } from "./draw-values.js";
import { labelOf } from "./label-of.js";
import { correlatedBlocks, NEGLIGIBLE } from "./correlated-blocks.js";

/** Inputs that are explained together. */
export interface Group {
  readonly name: string;
  readonly inputs: readonly string[];
}

/** An analysis that would mislead, and why. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
  /** What answers the question instead. */
  readonly instead?: "shapley" | "logarithm";
}

/**
 * Every input in exactly one group: the groups asked for, then each input left over on its own.
 *
 * @throws {RangeError} for an input unknown or in two groups
 */
export function groupsOf(
  inputs: readonly string[],
  asked: readonly Group[] = [],
): readonly Group[] {
  const taken = asked.flatMap((group) => group.inputs);
  for (const [k, name] of taken.entries()) {
    if (!inputs.includes(name)) throw new RangeError(`no input named ${name}`);
    if (taken.indexOf(name) !== k) throw new RangeError(`${name} is in two groups`);
  }
  const alone = inputs.filter((name) => !taken.includes(name));
  return [...asked, ...alone.map((name) => ({ name, inputs: [name] }))];
}

/** Why variance cannot be shared out between these groups, or undefined where they are independent. */
export function refuseCorrelated(
  model: UncertainModel,
  groups: readonly Group[],
): Refusal | undefined {
  const groupOf = new Map(groups.flatMap(({ name, inputs }) => inputs.map((x) => [x, name])));
  const pair = correlatedPairs(model.dependence).find(
    ([x, y]) => groupOf.get(x) !== groupOf.get(y),
  );
  if (!pair) return undefined;
  return {
    kind: "refused",
    reason:
      `${labelOf(model, pair[0])} and ${labelOf(model, pair[1])} are correlated, so first-order and total indices count what they ` +
      "share twice or not at all; Shapley effects share it out",
    instead: "shapley",
  };
}

/** The pairs of inputs whose normal scores correlate. */
function correlatedPairs(dependence: Dependence | undefined): (readonly [string, string])[] {
  return correlatedBlocks(dependence).flatMap(({ inputs, scores }) =>
    inputs.flatMap((x, i) =>
      inputs.slice(i + 1).flatMap((y, k): (readonly [string, string])[] => {
        return Math.abs(scores[i]![i + 1 + k]!) > NEGLIGIBLE ? [[x, y]] : [];
      }),
    ),
  );
}
