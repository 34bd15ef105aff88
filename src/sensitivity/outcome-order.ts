import { sortWithOrder } from "../numeric/sort-ascending.js";

/** The draws of an output from the smallest value to the largest, equal values told apart. */
export interface OutcomeOrder {
  /** Draws in ascending order of their values; those that are not numbers at the end. */
  readonly order: Uint32Array;
  /** At the place of the first of some equal values: the place after the last of them. */
  readonly ends: Uint32Array;
}

/** Sorts draws; NaN counts as larger than any number and equal to itself. */
export function outcomeOrder(values: Float64Array): OutcomeOrder {
  const keys = values.map((value) => (Number.isNaN(value) ? Infinity : value));
  const { order } = sortWithOrder(keys);
  const ends = new Uint32Array(values.length);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && keys[order[end]!] === keys[order[first]!]) end++;
    ends[first] = end;
    first = end;
  }
  return { order, ends };
}
