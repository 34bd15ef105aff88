import { createDesign } from "../sampling/create-design.js";
import type { Replication } from "../sampling/design.js";
import { conditionalDraws, secondStream } from "./conditional-draws.js";
import type { UncertainModel } from "./draw-values.js";

/** Base points evaluated together: every column of a block stays in cache. */
const BLOCK_DRAWS = 1024;

/** The outputs of a pick-freeze design. */
export interface PickFreeze {
  /** For each set of frozen inputs, one column per output of the model, each of all base points. */
  readonly columns: readonly (readonly Float64Array[])[];
  readonly replication: Replication;
}

/**
 * Evaluates a model with sets of its inputs frozen: two independent sets of points A and B, the halves
 * of one scrambled Sobol' sequence of twice as many dimensions; frozen inputs are taken from A, the
 * others from B, given the frozen ones where they are correlated. Every quantile is worked out once.
 *
 * @param frozen all inputs give A, none give B
 * @param draws base points; powers of two balance best. The columns take draws x sets x outputs
 *   numbers
 *
 * Source: Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys.
 * Commun. 181 (2010), section 3.
 */
export function pickFreeze(
  model: UncertainModel,
  frozen: readonly ReadonlySet<string>[],
  draws: number,
  seed: string,
): PickFreeze {
  const names = model.inputs.map(({ name }) => name);
  const dimensions = [...names, ...names.map(secondStream)];
  const design = createDesign({ method: "sobol", draws, seed, dimensions });
  const columns = frozen.map((): Float64Array[] => []);
  for (let start = 0; start < draws; start += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, draws - start);
    const draw = conditionalDraws(model, design, start, length);
    for (const [k, set] of frozen.entries()) {
      for (const [m, values] of model.evaluate(draw(set), length).entries()) {
        columns[k]![m] ??= new Float64Array(draws);
        columns[k]![m]!.set(values, start);
      }
    }
  }
  return { columns, replication: design.replication! };
}
