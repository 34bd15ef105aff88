import type { Interval } from "../statistics/estimate.js";
import type { UncertainModel } from "./draw-values.js";
import type { Group, Refusal } from "./groups.js";
import type { Target } from "./measure.js";
import { type ShapleyEffects, shapleyEffects, SUBSETS_MAX } from "./shapley-effects.js";
import { type SobolIndices, sobolIndices, type SobolOptions } from "./sobol-indices.js";
import type { Tail } from "./tail.js";

/** Of the variance of one measure of an output, the share of one input or group. */
export type Share =
  | { readonly kind: "sobol"; readonly first: Interval; readonly total: Interval }
  | { readonly kind: "shapley"; readonly effect: Interval };

/** What each input or group explains of one measure of an output. */
export interface Explained {
  readonly kind: "explained";
  readonly shares: ReadonlyMap<string, Share>;
  readonly evaluations: number;
  /** Evaluations that gave no finite number; with any, shares of a value are NaN. */
  readonly undefined: number;
  readonly tail?: Tail;
}

/** The answer for every target, by the method that holds for the model. */
export interface VarianceExplained {
  readonly method: "sobol" | "shapley";
  /** Why first-order and total indices are not given; only with Shapley effects. */
  readonly reason?: string;
  /** One per target. */
  readonly targets: readonly (Explained | Refusal)[];
}

/** Evaluations that Shapley effects take at most, and base points at least. */
const EVALUATIONS_MAX = 1 << 20;
const POINTS_MIN = 512;

/**
 * Sobol' indices where inputs are independent; where they are correlated, why not, and Shapley effects
 * in their place, from as many base points as a million evaluations allow.
 */
export function explainVariance(
  model: UncertainModel,
  targets: readonly Target[],
  options: SobolOptions,
): VarianceExplained {
  const indices = sobolIndices(model, targets, options);
  const correlated = indices.find(
    (result) => result.kind === "refused" && result.instead === "shapley",
  ) as Refusal | undefined;
  if (!correlated) return { method: "sobol", targets: indices.map(fromIndices) };
  const groups = groupCount(model, options.groups ?? []);
  const sets = groups <= SUBSETS_MAX ? 1 << groups : groups + 1;
  const affordable = 2 ** Math.floor(Math.log2(EVALUATIONS_MAX / sets));
  const draws = Math.max(POINTS_MIN, Math.min(options.draws, affordable));
  return {
    method: "shapley",
    reason: correlated.reason,
    targets: shapleyEffects(model, targets, { ...options, draws }).map(fromEffects),
  };
}

function groupCount({ inputs }: UncertainModel, asked: readonly Group[]): number {
  const inside = asked.reduce((count, group) => count + group.inputs.length, 0);
  return inputs.length - inside + asked.length;
}

function fromIndices(result: SobolIndices | Refusal): Explained | Refusal {
  if (result.kind === "refused") return result;
  const { groups, evaluations, undefined: unknown, tail } = result;
  const shares = groups.map(
    ({ name, first, total }) => [name, { kind: "sobol", first, total }] as const,
  );
  return explained(new Map(shares), evaluations, unknown, tail);
}

function fromEffects(result: ShapleyEffects | Refusal): Explained | Refusal {
  if (result.kind === "refused") return result;
  const { groups, evaluations, undefined: unknown, tail } = result;
  const shares = groups.map(({ name, effect }) => [name, { kind: "shapley", effect }] as const);
  return explained(new Map(shares), evaluations, unknown, tail);
}

function explained(
  shares: ReadonlyMap<string, Share>,
  evaluations: number,
  unknown: number,
  tail: Tail | undefined,
): Explained {
  return {
    kind: "explained",
    shares,
    evaluations,
    undefined: unknown,
    ...(tail ? { tail } : {}),
  };
}
