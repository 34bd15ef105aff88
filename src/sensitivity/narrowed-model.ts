import { cholesky } from "../numeric/cholesky.js";
import type { Dependence } from "../scenario/dependence.js";
import { correlatedBlocks, type CorrelatedBlock } from "./correlated-blocks.js";
import type { UncertainModel } from "./draw-values.js";

/**
 * A model as some of its outputs see it: with only those inputs that they need. The other outputs
 * stay in their places and mean nothing. Inputs whose correlated partners are not needed are independent.
 *
 * @param names all that those outputs need: see `inputsOf` of a compiled model
 */
export function narrowedTo(model: UncertainModel, names: ReadonlySet<string>): UncertainModel {
  const inputs = model.inputs.filter(({ name }) => names.has(name));
  return {
    inputs,
    dependence: dependenceOf(correlatedAmong(model.dependence, names)),
    quantities: model.quantities,
    evaluate: (columns, length) => {
      const idle = new Float64Array(length);
      const all = model.inputs.map((input) => columns[inputs.indexOf(input)] ?? idle);
      return model.evaluate(all, length);
    },
  };
}

/** Blocks of some inputs that are correlated with each other, once the rest are out of sight. */
export function correlatedAmong(
  dependence: Dependence | undefined,
  names: ReadonlySet<string>,
): readonly CorrelatedBlock[] {
  const seen = correlatedBlocks(dependence).flatMap(({ inputs, scores }) => {
    const kept = [...inputs.keys()].filter((k) => names.has(inputs[k]!));
    if (kept.length < 2) return [];
    const part = kept.map((i) => kept.map((j) => scores[i]![j]!));
    return [{ inputs: kept.map((k) => inputs[k]!), factor: cholesky(part)! }];
  });
  return seen.flatMap((part) => correlatedBlocks(part)).filter(({ inputs }) => inputs.length > 1);
}

/** The blocks joined again; undefined where there is none. */
function dependenceOf(blocks: readonly CorrelatedBlock[]): Dependence | undefined {
  if (blocks.length === 0) return undefined;
  const inputs = blocks.flatMap((block) => block.inputs);
  const scores = blocks.flatMap((block, b) =>
    block.scores.map((row) =>
      blocks.flatMap((other, o) => other.inputs.map((_, j) => (o === b ? row[j]! : 0))),
    ),
  );
  return { inputs, factor: cholesky(scores)! };
}
