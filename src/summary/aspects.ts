import type { Share, VarianceExplained } from "../sensitivity/explain-variance.js";
import type { Interval } from "../statistics/estimate.js";
import type {
  Aspect,
  InputSensitivity,
  SensitivityAnalysis,
  Shares,
} from "./sensitivity-analysis.js";

/** The aspects of an output in the order of the targets that are explained. */
export const ASPECTS = ["value", "logarithm", "decision"] as const;

/** What one input or group explains of each aspect. */
export function sharesOf({ targets }: VarianceExplained, name: string): Shares {
  return Object.fromEntries(
    targets.flatMap((found, k) =>
      found.kind === "explained" ? [[ASPECTS[k]!, found.shares.get(name)!]] : [],
    ),
  );
}

/** Why some aspects have no shares. */
export function refusalsOf({ targets }: VarianceExplained): SensitivityAnalysis["refused"] {
  return Object.fromEntries(
    targets.flatMap((found, k) => (found.kind === "refused" ? [[ASPECTS[k]!, found.reason]] : [])),
  );
}

/**
 * What inputs are ranked by: the decision where there is one, for it always has a variance; else the
 * logarithm, which tames heavy tails; else the value. PAWN's distance where no share is a number.
 */
export function rankingAspect({ targets }: VarianceExplained): Aspect | "distance" {
  for (const k of [2, 1, 0]) {
    const found = targets[k];
    if (found?.kind !== "explained") continue;
    const shares = [...found.shares.values()];
    if (shares.every((share) => !Number.isNaN(mainInterval(share).value))) return ASPECTS[k]!;
  }
  return "distance";
}

/** What an input weighs in a ranking. */
export function weightOf({ shares, pawn }: InputSensitivity, by: Aspect | "distance"): number {
  if (by === "distance") return pawn.distance.value;
  return mainInterval(shares[by]!).value;
}

/** The share that inputs are ranked by: with all interactions. */
export function mainInterval(share: Share): Interval {
  return share.kind === "sobol" ? share.total : share.effect;
}
