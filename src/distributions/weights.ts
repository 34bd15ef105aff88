import { ParameterError, type Parameters } from "./family.js";
import { listOf } from "./parameters.js";

/**
 * The weights of a list's entries; only their ratios matter.
 *
 * @param of the parameter whose entries they weigh: `values`
 * @throws {ParameterError} unless there is one for each entry, none negative, some positive
 */
export function weightsOf(parameters: Parameters, of: string): readonly number[] {
  const entries = parameters[of] as readonly unknown[];
  const weights = listOf(parameters, "weights");
  const refuse = (message: string, fix: string, entry?: number): never => {
    throw new ParameterError("weights", message, fix, entry);
  };
  if (entries.length !== weights.length) {
    const message = `weights must have one entry for each of ${entries.length} ${of}; got ${weights.length}`;
    refuse(message, `Give each of the ${of} a weight`);
  }
  const negative = weights.findIndex((weight) => !(weight >= 0));
  if (negative >= 0) {
    refuse(`weights cannot be negative; got ${weights[negative]!}`, "Use 0 or more", negative);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) refuse("weights are all 0", "Give one of them a positive weight");
  if (total === Infinity) refuse("weights add up to more than a number holds", "Divide them all");
  return weights;
}
