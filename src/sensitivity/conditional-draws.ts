import { cholesky } from "../numeric/cholesky.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { solveFactored } from "../numeric/solve-factored.js";
import { insideUnitInterval } from "../sampling/apply-dependence.js";
import type { Design } from "../sampling/design.js";
import { type CorrelatedBlock, correlatedBlocks } from "./correlated-blocks.js";
import type { UncertainModel } from "./draw-values.js";

/**
 * Values of every input over a range of draws: those of the frozen inputs as in a first set of draws,
 * the others drawn anew given them. Freezing all gives the first set, freezing none a second,
 * independent one.
 *
 * @returns one column per input of the model, in base units
 */
export type ConditionalDraws = (frozen: ReadonlySet<string>) => readonly Float64Array[];

/** The stream of an input's second, independent set of draws; no input's name holds a space. */
export function secondStream(name: string): string {
  return `${name} again`;
}

/** Columns by the name of the input. */
type Columns = ReadonlyMap<string, Float64Array>;

/**
 * Draws of a Gaussian copula given any part of them. Scores given others are those of the second set,
 * moved by what the frozen ones of the two sets differ by (conditioning by kriging), so that no
 * factor has to be worked out for each part. What is drawn once is kept for the next part.
 *
 * Source: Hoffman & Ribak, "Constrained realizations of Gaussian fields", Astrophysical Journal 380
 * (1991), equation 3.
 *
 * @param design holds the streams of every input and their second ones
 */
export function conditionalDraws(
  model: UncertainModel,
  design: Design,
  start: number,
  length: number,
): ConditionalDraws {
  const fill = (stream: string): Float64Array => {
    const column = new Float64Array(length);
    design.fill(stream, start, column);
    return column;
  };
  const quantiles = new Map(model.inputs.map((x) => [x.name, x.distribution.quantile]));
  const blocks = correlatedBlocks(model.dependence);
  const joined = new Set(blocks.flatMap(({ inputs }) => inputs));
  const alone = model.inputs.filter(({ name }) => !joined.has(name));
  const first = new Map(alone.map((x) => [x.name, fill(x.name).map(x.distribution.quantile)]));
  const second = new Map(
    alone.map((x) => [x.name, fill(secondStream(x.name)).map(x.distribution.quantile)]),
  );
  const given = blocks.map((block) => drawnGiven(block, fill, quantiles));
  return (frozen) => {
    const parts = given.map((draw) => draw(frozen));
    return model.inputs.map(
      ({ name }) =>
        (frozen.has(name) ? first : second).get(name) ??
        parts.find((part) => part.has(name))!.get(name)!,
    );
  };
}

/** The values of one block of correlated inputs given any part of them. */
function drawnGiven(
  block: CorrelatedBlock,
  fill: (stream: string) => Float64Array,
  quantiles: ReadonlyMap<string, (p: number) => number>,
): (frozen: ReadonlySet<string>) => Columns {
  const { inputs } = block;
  const factor = cholesky(block.scores)!;
  const first = jointScores(inputs.map(fill), factor);
  const second = jointScores(
    inputs.map((name) => fill(secondStream(name))),
    factor,
  );
  const valuesOf = (scores: Float64Array, k: number): Float64Array => {
    const quantile = quantiles.get(inputs[k]!)!;
    return scores.map((z) => quantile(insideUnitInterval(normalCdf(z))));
  };
  const firstValues = first.map(valuesOf);
  const known = new Map<string, Columns>();
  return (frozen) => {
    const pattern = inputs.map((name) => Number(frozen.has(name))).join("");
    const columns =
      known.get(pattern) ??
      new Map(
        inputs.map((name, k) => [
          name,
          frozen.has(name)
            ? firstValues[k]!
            : valuesOf(scoreGiven(block, k, frozen, first, second), k),
        ]),
      );
    known.set(pattern, columns);
    return columns;
  };
}

/** Scores that correlate, from uniforms that do not. */
function jointScores(
  uniforms: readonly Float64Array[],
  factor: readonly (readonly number[])[],
): readonly Float64Array[] {
  const independent = uniforms.map((column) => column.map((u) => normalQuantile(u)));
  return factor.map((row) => {
    const scores = new Float64Array(independent[0]!.length);
    for (const [k, weight] of row.entries()) addScaled(scores, weight, independent[k]!);
    return scores;
  });
}

/** The second scores of input k, given the first ones of the frozen inputs. */
function scoreGiven(
  { inputs, scores }: CorrelatedBlock,
  k: number,
  frozen: ReadonlySet<string>,
  first: readonly Float64Array[],
  second: readonly Float64Array[],
): Float64Array {
  const held = [...inputs.keys()].filter((j) => frozen.has(inputs[j]!));
  const factor = cholesky(held.map((i) => held.map((j) => scores[i]![j]!)))!;
  const weights = solveFactored(
    factor,
    held.map((j) => scores[k]![j]!),
  );
  const column = second[k]!.slice();
  for (const [m, j] of held.entries()) {
    addScaled(column, weights[m]!, first[j]!);
    addScaled(column, -weights[m]!, second[j]!);
  }
  return column;
}

function addScaled(sum: Float64Array, weight: number, column: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += weight * column[i]!;
}
