import { createDistribution } from "../distributions/create.js";
import type { Distribution, DistributionSpec } from "../distributions/distribution.js";
import { ParameterError } from "../distributions/family.js";

/** A parameter that is uncertain: which, and what it may be, in the parameter's own unit. */
export interface UncertainParameter {
  readonly parameter: string;
  readonly distribution: Distribution;
}

/** A draw beyond this at either end is rarer than one in a million. */
const TAIL = 1e-6;

/**
 * Whether uncertain parameters can contradict each other, such as a `p5` above its `p95`: every
 * combination of their lows, medians and highs is tried. All rules of the families are at their
 * tightest at such a corner; the medians catch parameters that must be whole numbers.
 *
 * @returns what is wrong at the first combination that names no distribution
 */
export function findContradiction(
  spec: DistributionSpec,
  uncertain: readonly UncertainParameter[],
): ParameterError | undefined {
  let corners: readonly DistributionSpec["parameters"][] = [spec.parameters];
  for (const { parameter, distribution } of uncertain) {
    const values = [TAIL, 0.5, 1 - TAIL].map(distribution.quantile);
    corners = corners.flatMap((corner) =>
      values.map((value) => ({ ...corner, [parameter]: value })),
    );
  }
  for (const parameters of corners) {
    try {
      createDistribution({ ...spec, parameters });
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      return error;
    }
  }
  return undefined;
}
