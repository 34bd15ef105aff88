import { MODEL_PARTS } from "../engine/compile-model.js";
import type { Scenario } from "../scenario/scenario.js";

/** Whether two scenarios differ in how they are run at most. */
export function hasModelOf(one: Scenario, other: Scenario): boolean {
  return MODEL_PARTS.every((part) => one[part] === other[part]);
}
