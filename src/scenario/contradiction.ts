import { createDistribution } from "../distributions/create.js";
import type { Distribution, DistributionSpec } from "../distributions/distribution.js";
import { ParameterError } from "../distributions/family.js";

/** A parameter that is uncertain: which, and what it may be, in the parameter's own unit. */
export interface UncertainParameter {
  readonly parameter: string;
  readonly distribution: Distribution;
}

/** Contradictions rarer than one draw in a million are left to the run, which counts them. */
const TAIL = 1e-6;

/**
 * Whether uncertain parameters can contradict each other, such as a `p5` above its `p95`: every
 * combination of lows, medians and highs is tried, so far out that one draw in a million lies beyond
 * it in all of them. The rules of the families are tightest at such corners; the medians catch
 * parameters that must be whole numbers.
 *
 * @returns what is wrong at the first combination that names no distribution
 */
export function findContradiction(
  spec: DistributionSpec,
  uncertain: readonly UncertainParameter[],
): ParameterError | undefined {
  const corners = uncertain.reduce<readonly (readonly End[])[]>(
    (known) => known.flatMap((corner) => ENDS.map((end) => [...corner, end])),
    [[]],
  );
  for (const corner of corners) {
    const tail = Math.exp(Math.log(TAIL) / corner.filter((end) => end !== "median").length);
    const values = uncertain.map(({ parameter, distribution }, k) => [
      parameter,
      distribution.quantile(levelOf(corner[k]!, tail)),
    ]);
    const drawn = Object.fromEntries(values) as Record<string, number>;
    const error = errorOf({ ...spec, parameters: { ...spec.parameters, ...drawn } });
    if (error) return error;
  }
  return undefined;
}

const ENDS = ["low", "median", "high"] as const;
type End = (typeof ENDS)[number];

function levelOf(end: End, tail: number): number {
  return end === "low" ? tail : end === "high" ? 1 - tail : 0.5;
}

function errorOf(spec: DistributionSpec): ParameterError | undefined {
  try {
    createDistribution(spec);
    return undefined;
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return error;
  }
}
