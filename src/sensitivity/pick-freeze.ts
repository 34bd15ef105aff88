import { createDesign } from "../sampling/create-design.js";
import type { Replication } from "../sampling/design.js";
import { drawValues, type UncertainModel } from "./draw-values.js";
import type { Group } from "./groups.js";

/** Base points evaluated together: every column of a block stays in cache. */
const BLOCK_DRAWS = 1024;

/** The outputs of a pick-freeze design: one column per output of the model, each of base points. */
export interface PickFreeze {
  readonly a: readonly Float64Array[];
  readonly b: readonly Float64Array[];
  /** By group: the points of A, the group's inputs taken from B. */
  readonly swapped: readonly (readonly Float64Array[])[];
  readonly replication: Replication;
}

/**
 * Evaluates a model on Saltelli's design: two independent sets of points A and B, the halves of one
 * scrambled Sobol' sequence of twice as many dimensions, and for each group of inputs the points of A
 * with that group from B. Costs (groups + 2) evaluations a base point; every quantile is worked out
 * once.
 *
 * @param groups every input in exactly one, correlated inputs in the same one
 * @param draws base points; powers of two balance best
 *
 * Source: Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys.
 * Commun. 181 (2010), section 3.
 */
export function pickFreeze(
  model: UncertainModel,
  groups: readonly Group[],
  draws: number,
  seed: string,
): PickFreeze {
  const names = model.inputs.map(({ name }) => name);
  const dimensions = [...names, ...names.map(secondStream)];
  const design = createDesign({ method: "sobol", draws, seed, dimensions });
  const members = groups.map(({ inputs }) => new Set(inputs));
  const collectors = Array.from({ length: groups.length + 2 }, () => collector(draws));
  for (let start = 0; start < draws; start += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, draws - start);
    const a = drawValues(model, design, (name) => name, start, length);
    const b = drawValues(model, design, secondStream, start, length);
    const mixed = members.map((group) => names.map((name, k) => (group.has(name) ? b : a)[k]!));
    for (const [k, columns] of [a, b, ...mixed].entries()) {
      collectors[k]!.add(model.evaluate(columns, length), start);
    }
  }
  const [a, b, ...swapped] = collectors.map(({ columns }) => columns);
  return { a: a!, b: b!, swapped, replication: design.replication! };
}

/** The stream of an input's second, independent set of draws; no input's name holds a space. */
export function secondStream(name: string): string {
  return `${name} again`;
}

/** Keeps what a model returns in columns that it overwrites. */
function collector(draws: number): {
  readonly columns: Float64Array[];
  readonly add: (block: readonly Float64Array[], start: number) => void;
} {
  const columns: Float64Array[] = [];
  return {
    columns,
    add: (block, start) => {
      for (const [k, values] of block.entries()) {
        columns[k] ??= new Float64Array(draws);
        columns[k].set(values, start);
      }
    },
  };
}
