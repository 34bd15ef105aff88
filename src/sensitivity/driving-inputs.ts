import type { Replication } from "../sampling/design.js";
import { type Measured, measured } from "./spearman.js";
import { type Tenths, tenthsOf } from "./tenths.js";

/** Inputs as drivers are ranked by them: worked out once for all outputs. */
export interface DrivingInputs {
  readonly names: readonly string[];
  /** One for each input, in the order of the names. */
  readonly uniforms: readonly Measured[];
  readonly tenths: Tenths;
}

/** @param uniforms of each input, one per draw */
export function drivingInputs(
  uniforms: ReadonlyMap<string, Float64Array>,
  replication: Replication | undefined,
): DrivingInputs {
  const columns = [...uniforms.values()];
  return {
    names: [...uniforms.keys()],
    uniforms: columns.map(measured),
    tenths: tenthsOf(columns, replication),
  };
}
