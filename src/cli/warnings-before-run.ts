import { compileModel } from "../engine/compile-model.js";
import { findHazards } from "../engine/find-hazards.js";
import type { Samplers } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";

/**
 * What can be said against a valid scenario before anything is drawn, one sentence each.
 *
 * @param samplers of the run to come, which finds its quantile tables built
 */
export function warningsBeforeRun(scenario: Scenario, samplers?: Samplers): readonly string[] {
  return findHazards(compileModel(scenario, samplers));
}
