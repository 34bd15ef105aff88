import { createDistribution } from "../distributions/create.js";
import type { Distribution } from "../distributions/distribution.js";
import { drawInputs } from "../engine/draw-inputs.js";
import type { CompiledModel } from "../engine/compile-model.js";
import { conditionsOf } from "../models/conditions.js";
import { createDesign } from "../sampling/create-design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";

const POINTS_USUAL = 16_384;
const POINTS_MIN = 1024;
/** Values drawn at most, so that thousands of conditional inputs take no longer than a run. */
const VALUES_MAX = 1_048_576;

/**
 * The distribution of each conditional input over all that it depends on, in its own unit: that of
 * Sobol' points of their own, so that it does not vary with the draws or the seed of a run. Draws
 * without a value are left out.
 */
export function marginalsOf(model: CompiledModel): ReadonlyMap<string, Distribution> {
  const conditional = model.quantities.filter(
    ({ definition }) => definition.kind === "conditional",
  );
  if (conditional.length === 0) return new Map();
  const needed = new Set([
    ...conditional.flatMap(({ name, definition }) => [name, ...conditionsOf(definition)]),
    ...(model.dependence?.inputs ?? []),
  ]);
  const inputs = model.inputs.filter(({ name }) => needed.has(name));
  const names = inputs.map(({ name }) => name);
  const draws = Math.max(POINTS_MIN, Math.min(POINTS_USUAL, Math.floor(VALUES_MAX / names.length)));
  const design = createDesign({ method: "sobol", draws, seed: "marginals", dimensions: names });
  const columns = sampleUniforms(design, model.dependence, names, 0, draws);
  drawInputs(inputs, columns);
  return new Map(
    conditional.map(({ name, unit }) => {
      const { scale } = model.units.parse(unit);
      const values = columns[names.indexOf(name)]!.map((value) => value / scale);
      const data = [...values].filter(Number.isFinite);
      return [name, createDistribution({ distribution: "empirical", parameters: { data } })];
    }),
  );
}
