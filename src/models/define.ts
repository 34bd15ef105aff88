import type { ParameterValue } from "../distributions/distribution.js";
import type { Grade, Nature, Quantity } from "./quantity.js";

interface Described {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
}

interface Known extends Described {
  readonly grade: Grade;
}

/** A quantity worked out from others. */
export function derived({ formula, ...about }: Described & { readonly formula: string }): Quantity {
  return { ...about, definition: { kind: "formula", formula } };
}

/** A number that is a choice or a fact, not a chance. */
export function fixed({ value, ...about }: Known & { readonly value: number }): Quantity {
  return { ...about, definition: { kind: "constant", value } };
}

/**
 * A number that is not known exactly.
 *
 * @example uncertain({ name: "pue", family: "pert", of: { min: 1.08, mode: 1.25, max: 1.5 }, ... })
 */
export function uncertain({
  family,
  of,
  ...about
}: Known & {
  readonly family: string;
  readonly of: Readonly<Record<string, ParameterValue>>;
  readonly nature?: Nature;
}): Quantity {
  const spec = { distribution: family, parameters: of };
  return { ...about, definition: { kind: "distribution", spec } };
}
