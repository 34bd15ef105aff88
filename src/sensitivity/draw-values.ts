import type { CompiledModel } from "../engine/compile-model.js";
import { drawInputs } from "../engine/draw-inputs.js";

/** What a sensitivity analysis needs of a compiled model. */
export type UncertainModel = Pick<
  CompiledModel,
  "inputs" | "dependence" | "quantities" | "evaluate"
>;

/**
 * The outputs at given uniforms, one column per input, which are left as they are. An input whose
 * distribution depends on others keeps its own uniform, whatever becomes of those.
 *
 * @returns one column per output of the model, overwritten by the next evaluation
 */
export function evaluateAt(
  { inputs, evaluate }: UncertainModel,
  uniforms: readonly Float64Array[],
): readonly Float64Array[] {
  const values = uniforms.map((column) => column.slice());
  drawInputs(inputs, values);
  return evaluate(values, values[0]?.length ?? 0);
}
