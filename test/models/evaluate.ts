import { compileModel } from "../../src/engine/compile-model.js";
import { drawInputs } from "../../src/engine/draw-inputs.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

/**
 * Every quantity of a model at given inputs, in its own unit; those not given stand at their
 * medians.
 */
export function evaluateModel(
  model: string,
  inputs: Readonly<Record<string, number>>,
  outputs: readonly string[],
): Readonly<Record<string, number>> {
  const text = JSON.stringify({ name: "point", model, inputs, outputs });
  const compiled = compileModel(parseScenario("point.yaml", text));
  const medians = compiled.inputs.map(() => Float64Array.of(0.5));
  drawInputs(compiled.inputs, medians);
  const columns = compiled.evaluateAll(medians, 1);
  return Object.fromEntries(
    compiled.quantities.map(({ name, unit }) => [
      name,
      columns.get(name)![0]! / compiled.units.parse(unit).scale,
    ]),
  );
}
