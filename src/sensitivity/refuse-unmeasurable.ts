import type { Refusal } from "./groups.js";
import type { Measure } from "./measure.js";

/**
 * Why nothing can be explained of these values, or undefined where something can: a logarithm of what
 * is not positive, or a measure that never varies.
 *
 * @param columns values of one output, before the measure
 */
export function refuseUnmeasurable(
  measure: Measure,
  columns: readonly Float64Array[],
): Refusal | undefined {
  let low = Infinity;
  let high = -Infinity;
  let unknown = false;
  for (const column of columns) {
    for (const value of column) {
      if (value < low) low = value;
      if (value > high) high = value;
      if (Number.isNaN(value)) unknown = true;
    }
  }
  if (low > high) return refused("no draw of the output is a number");
  switch (measure.kind) {
    case "value":
      return low < high || unknown ? undefined : refused("the output does not vary");
    case "logarithm":
      if (low <= 0) return refused("the output is not always positive, so it has no logarithm");
      return low < high || unknown ? undefined : refused("the output does not vary");
    case "at-or-below":
      if (low > measure.price) return refused("no draw is at or below the price");
      // A draw that is not a number does not meet the price.
      return high > measure.price || unknown
        ? undefined
        : refused("every draw is at or below the price");
  }
}

/** Values that are not finite numbers. */
export function countNotFinite(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (!Number.isFinite(value)) count++;
  return count;
}

function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}
