import type { Quantity } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";

/** Why a quantity cannot be set to one value after another; a sentence that follows its name. */
export function whyNotSet({ definition }: Quantity): string | undefined {
  if (definition.kind === "formula") return "is a formula; name an input that it rests on";
  if (definition.kind !== "conditional" && definition.cases) {
    return `is a switch, with nothing between its cases ${definition.cases.join(", ")}`;
  }
  return undefined;
}

/**
 * The scenario with fixed numbers made inputs, so that they can be set. The draws of the others stay:
 * a constant has its Sobol' dimension all along.
 */
export function withFreed(scenario: Scenario, names: readonly string[]): Scenario {
  const free = (quantity: Quantity): Quantity => {
    const { name, definition } = quantity;
    if (definition.kind !== "constant" || !names.includes(name)) return quantity;
    const spec = { distribution: "constant" as const, parameters: { value: definition.value } };
    return { ...quantity, definition: { kind: "distribution", spec } };
  };
  return { ...scenario, quantities: scenario.quantities.map(free) };
}

/**
 * Where to look for a fixed number: from a tenth of it to ten times it, or to one where it may be a
 * share. Undefined for zero, of which no size is sensible.
 */
export function sensibleRange(
  { unit }: Quantity,
  value: number,
): readonly [number, number] | undefined {
  if (value === 0) return undefined;
  if (value < 0) return [value * 10, value / 10];
  return [value / 10, unit === "1" && value <= 1 ? 1 : value * 10];
}
