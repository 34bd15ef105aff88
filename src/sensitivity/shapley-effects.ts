import type { Interval } from "../statistics/estimate.js";
import type { UncertainModel } from "./draw-values.js";
import { type Group, groupsOf, type Refusal } from "./groups.js";
import type { Target } from "./measure.js";
import { shapleyByPermutations } from "./shapley-permutations.js";
import { shapleyBySubsets } from "./shapley-subsets.js";
import type { Tail } from "./tail.js";

/** Shares of an output's variance that add up to all of it, whether or not inputs are correlated. */
export interface ShapleyEffects {
  readonly kind: "effects";
  /** In the order of the groups, then of the inputs left over. */
  readonly groups: readonly { readonly name: string; readonly effect: Interval }[];
  /** From every subset of the groups, or from random orders of them. */
  readonly method: "subsets" | "permutations";
  readonly evaluations: number;
  /** Evaluations that gave no finite number; with any, the effects are NaN. */
  readonly undefined: number;
  /** Absent where there is no doubt: whether a price is met always has a variance. */
  readonly tail?: Tail;
}

/** How much work, from which seed, and which inputs belong together. */
export interface ShapleyOptions {
  /** Base points; each costs 2^groups evaluations, or one more than groups beyond `SUBSETS_MAX`. */
  readonly draws: number;
  readonly seed: string;
  readonly groups?: readonly Group[];
}

/** With more groups than this, random orders are sampled instead of all subsets worked through. */
export const SUBSETS_MAX = 10;

/**
 * Shapley effects under a Gaussian copula: what knowing an input takes off the variance, averaged over
 * all orders in which the inputs could become known. What interacting or correlated inputs share is
 * dealt out evenly, so effects are never negative and add up to one. As in `sobolIndices`, an input whose
 * distribution depends on others stands for its own uniform.
 *
 * Source: Owen, "Sobol' indices and Shapley value", SIAM/ASA J. Uncertainty Quantification 2 (2014);
 * Song, Nelson & Staum, "Shapley effects for global sensitivity analysis", ibid. 4 (2016); Iooss &
 * Prieur, "Shapley effects for sensitivity analysis with correlated inputs", Int. J. Uncertainty
 * Quantification 9 (2019).
 */
export function shapleyEffects(
  model: UncertainModel,
  targets: readonly Target[],
  { draws, seed, groups: asked }: ShapleyOptions,
): readonly (ShapleyEffects | Refusal)[] {
  const groups = groupsOf(
    model.inputs.map(({ name }) => name),
    asked,
  );
  const method = groups.length <= SUBSETS_MAX ? shapleyBySubsets : shapleyByPermutations;
  return method(model, groups, targets, draws, seed);
}
