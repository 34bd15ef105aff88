import type { ModelInput, ReadInput } from "./model-input.js";

/**
 * Turns the uniforms of a block of draws into values.
 *
 * @param inputs each after all it depends on
 * @param columns one per input, in the same order: uniforms in (0, 1), which are replaced by values in
 *   base units. NaN where the parameters that a draw gives an input contradict each other.
 */
export function drawInputs(inputs: readonly ModelInput[], columns: readonly Float64Array[]): void {
  const read = readerOf(inputs, columns);
  for (const [k, input] of inputs.entries()) drawInput(input, columns[k]!, read);
}

/** The same for one input: the one place where quantiles are taken. */
export function drawInput(input: ModelInput, column: Float64Array, read: ReadInput): void {
  if ("distribution" in input) input.distribution.fill(column);
  else {
    const quantile = input.given(read);
    for (let i = 0; i < column.length; i++) column[i] = quantile(column[i]!, i);
  }
}

/** Reads the columns of inputs by name. */
export function readerOf(
  inputs: readonly ModelInput[],
  columns: readonly Float64Array[],
): ReadInput {
  const places = new Map(inputs.map(({ name }, k) => [name, k]));
  return (name) => columns[places.get(name)!]!;
}

/** A column of one for every input: its median, given the medians of those it depends on. */
export function medianInputs(inputs: readonly ModelInput[]): readonly Float64Array[] {
  const columns = inputs.map(() => Float64Array.of(0.5));
  drawInputs(inputs, columns);
  return columns;
}
