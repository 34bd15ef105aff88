import { describeDimension, isDimensionless } from "../units/algebra.js";
import type { Dimension } from "../units/unit.js";

/**
 * What a part of a formula measures: a dimension; anything, as a bare zero does; or unknown, where a
 * problem has been reported already and none shall follow from it.
 */
export type Kind =
  | { readonly is: "dimension"; readonly dimension: Dimension }
  | { readonly is: "anything" }
  | { readonly is: "unknown" };

export const PURE: Dimension = {};
export const ANYTHING: Kind = { is: "anything" };

/** For messages: `USD/s`, or `a pure number`. */
export function describeKind(dimension: Dimension): string {
  return isDimensionless(dimension) ? "a pure number" : describeDimension(dimension);
}
