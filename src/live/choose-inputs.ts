import { createDistribution } from "../distributions/create.js";
import { conditionsOf } from "../models/conditions.js";
import type { Quantity } from "../models/quantity.js";
import { CannotMove, moveInput } from "./move-input.js";

const INPUTS_MAX = 4;

/** Inputs that get a slider, and more important ones that cannot have one. */
export interface ChosenInputs {
  readonly moved: readonly string[];
  readonly left: readonly { readonly label: string; readonly reason: string }[];
}

/**
 * The most important inputs that can be moved, four at most.
 *
 * @param ranked names of the leading output's drivers, the most important first
 */
export function chooseInputs(
  ranked: readonly string[],
  quantities: readonly Quantity[],
): ChosenInputs {
  const conditions = new Set(quantities.flatMap(({ definition }) => conditionsOf(definition)));
  const moved: string[] = [];
  const left: { label: string; reason: string }[] = [];
  for (const name of ranked) {
    if (moved.length === INPUTS_MAX) break;
    const quantity = quantities.find((one) => one.name === name)!;
    const reason = conditions.has(name) ? "others depend on it" : whyFixed(quantity);
    if (reason === undefined) moved.push(name);
    else if (moved.length + left.length < INPUTS_MAX) left.push({ label: quantity.label, reason });
  }
  return { moved, left };
}

/** Why an input has no slider; undefined where it can have one. */
function whyFixed({ definition, unit }: Quantity): string | undefined {
  if (definition.kind !== "distribution") return "it depends on other inputs";
  if (definition.cases) return "it is a switch";
  const { quantile } = createDistribution(definition.spec);
  try {
    for (const p of [0.3, 0.7]) moveInput(definition.spec, unit, { median: quantile(p) });
    return undefined;
  } catch (error) {
    if (!(error instanceof CannotMove)) throw error;
    return error.message;
  }
}
