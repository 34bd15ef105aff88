/**
 * One operand of a step: a column of the block, or one number for all its draws. The mask tells them
 * apart without a branch: `values[draw & mask]` is `values[draw]` for -1 and `values[0]` for 0.
 */
export interface Operand {
  values: Float64Array;
  mask: -1 | 0;
}

/** Fills `out[0 .. length)`. No operand shares memory with `out`. */
export type Kernel = (out: Float64Array, operands: readonly Operand[], length: number) => void;
