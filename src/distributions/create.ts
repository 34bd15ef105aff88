import type { Distribution, DistributionSpec } from "./distribution.js";
import { families } from "./families.js";
import { ParameterError } from "./family.js";
import { truncated } from "./truncate.js";

/**
 * The distribution a scenario states, in the unit it is stated in.
 *
 * @throws {ParameterError} for an unknown family, values out of range, or an empty truncation
 */
export function createDistribution({
  distribution: name,
  parameters,
  truncate,
}: DistributionSpec): Distribution {
  const family = families.get(name);
  if (!family) {
    const known = [...families.keys()].join(", ");
    throw new ParameterError("distribution", `unknown distribution ${name}`, `Known: ${known}`);
  }
  const whole = family.create(parameters, createDistribution);
  return truncate ? truncated(whole, ...truncate) : whole;
}
