import { compileModel } from "../engine/compile-model.js";
import { drawInputs } from "../engine/draw-inputs.js";
import { createDesign } from "../sampling/create-design.js";
import { designOf } from "../sampling/design-of.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Scenario } from "../scenario/scenario.js";
import { planRun } from "./plan.js";

/** A column of a table of draws. */
export interface SampleColumn {
  readonly name: string;
  /** One value per draw, in the quantity's own unit. */
  readonly values: Float64Array;
}

/** Every draw of a run: each uncertain input, then each output; row i is draw i. */
export function sampleTable(scenario: Scenario): readonly SampleColumn[] {
  const model = compileModel(scenario);
  const plan = planRun(designOf(scenario));
  const design = createDesign(plan.run);
  const inputs = model.inputs.map(({ name }) => name);
  const names = [...new Set([...inputs, ...scenario.outputs])];
  const columns = names.map((name) => ({ name, values: new Float64Array(plan.run.draws) }));
  const scales = names.map((name) => {
    const { unit } = model.quantities.find((quantity) => quantity.name === name)!;
    return model.units.parse(unit).scale;
  });
  for (const { start, length } of plan.chunks) {
    const drawn = sampleUniforms(design, model.dependence, inputs, start, length);
    drawInputs(model.inputs, drawn);
    const all = model.evaluateAll(drawn, length);
    for (const [k, { name, values }] of columns.entries()) {
      const base = all.get(name)!;
      for (let i = 0; i < length; i++) {
        // A quantity that does not vary is held as a single value.
        values[start + i] = base[base.length === 1 ? 0 : i]! / scales[k]!;
      }
    }
  }
  return columns;
}
