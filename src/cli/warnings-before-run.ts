import { compileModel } from "../engine/compile-model.js";
import { findHazards } from "../engine/find-hazards.js";
import type { Scenario } from "../scenario/scenario.js";

/** What can be said against a valid scenario before anything is drawn, one sentence each. */
export function warningsBeforeRun(scenario: Scenario): readonly string[] {
  return findHazards(compileModel(scenario));
}
