import { ParameterError, type Parameters } from "./family.js";
import { numberOf, ordered } from "./parameters.js";

/** Smallest, most likely and largest value. */
export interface ThreePoints {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/** @throws {ParameterError} unless min <= mode <= max and min < max */
export function threePoints(parameters: Parameters): ThreePoints {
  const [min, max] = ordered(parameters, "min", "max");
  const mode = numberOf(parameters, "mode");
  if (min <= mode && mode <= max) return { min, mode, max };
  const message = `mode must lie between min and max; got mode ${mode} between ${min} and ${max}`;
  throw new ParameterError("mode", message, "Put the three in order");
}
