import type { Replication } from "../sampling/design.js";

/** The values of one output over a run, in draw order. */
export interface Column {
  readonly values: Float64Array;
  /**
   * The same values by independent replicate; absent where every draw is independent of every other.
   */
  readonly replicates?: readonly Float64Array[];
}

/** Deals the values of a run out to its replicates. */
export function columnOf(values: Float64Array, replication: Replication | undefined): Column {
  if (!replication) return { values };
  const { count, block } = replication;
  const sizes = new Array<number>(count).fill(0);
  for (let start = 0, turn = 0; start < values.length; start += block, turn++) {
    sizes[turn % count]! += Math.min(block, values.length - start);
  }
  const replicates = sizes.map((size) => new Float64Array(size));
  const filled = new Array<number>(count).fill(0);
  for (let start = 0, turn = 0; start < values.length; start += block, turn++) {
    const part = values.subarray(start, start + block);
    replicates[turn % count]!.set(part, filled[turn % count]);
    filled[turn % count]! += part.length;
  }
  return { values, replicates: replicates.filter(({ length }) => length > 0) };
}

/** Two-sided 95%: an interval leaves out this much at each end. */
export const TAIL = 0.025;

/** Two-sided 95% normal score. */
export const NORMAL_REACH = 1.959963984540054;
