/** The values of one output over a run, in draw order. */
export interface Column {
  readonly values: Float64Array;
  /**
   * Where each independent replicate starts, then `values.length`; absent where every draw is
   * independent of every other.
   */
  readonly replicates?: readonly number[];
}

/** Two-sided 95%: an interval leaves out this much at each end. */
export const TAIL = 0.025;
