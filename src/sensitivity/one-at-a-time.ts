import { drawInputs } from "../engine/draw-inputs.js";
import type { UncertainModel } from "./draw-values.js";

/** Percentiles that an input is taken to while the others stay at their medians. */
export const PERCENTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** The outputs with one input at each of `PERCENTILES`. */
export interface OneAtATime {
  readonly input: string;
  /** What the percentiles of the input are, in base units, those it depends on being at their medians. */
  readonly at: readonly number[];
  /** One row for each output of the model, base units. */
  readonly outputs: readonly (readonly number[])[];
}

/**
 * Moves one input at a time along its percentiles, all others at their medians. Correlated inputs stay
 * at theirs; an input whose distribution depends on the one that moves keeps its place in it, the
 * middle. It sees no interactions, and nothing of how likely it is that several inputs stray together.
 */
export function oneAtATime(model: UncertainModel): readonly OneAtATime[] {
  const { inputs } = model;
  const points = PERCENTILES.length;
  const values = inputs.map((_, k) => {
    const column = new Float64Array(inputs.length * points).fill(0.5);
    column.set(PERCENTILES, k * points);
    return column;
  });
  drawInputs(inputs, values);
  const outputs = model.evaluate(values, inputs.length * points);
  const rowOf = (column: Float64Array, k: number): readonly number[] => [
    ...column.subarray(k * points, (k + 1) * points),
  ];
  return inputs.map(({ name }, k) => ({
    input: name,
    at: rowOf(values[k]!, k),
    outputs: outputs.map((column) => rowOf(column, k)),
  }));
}
