import { drawInput, readerOf } from "../engine/draw-inputs.js";
import type { ModelInput, ReadInput } from "../engine/model-input.js";
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

/** What is drawn by the name of the input. */
type Columns = ReadonlyMap<string, OnceDrawn>;

/**
 * Draws of a Gaussian copula given any part of them. Scores given others are those of the second set,
 * moved by what the frozen ones of the two sets differ by (conditioning by kriging), so that no
 * factor has to be worked out for each part. What is drawn once is kept for the next part.
 *
 * Source: Hoffman & Ribak, "Constrained realizations of Gaussian fields", Astrophysical Journal 380
 * (1991), equation 3.
 *
 * An input whose distribution depends on others is frozen by its uniform: its value still follows
 * the inputs it depends on.
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
  const blocks = correlatedBlocks(model.dependence);
  const joined = new Set(blocks.flatMap(({ inputs }) => inputs));
  const alone = model.inputs.map(({ name }) => name).filter((name) => !joined.has(name));
  const first = new Map(alone.map((name) => [name, onceDrawn(fill(name))]));
  const second = new Map(alone.map((name) => [name, onceDrawn(fill(secondStream(name)))]));
  const given = blocks.map((block) => drawnGiven(block, fill));
  return (frozen) => {
    const parts = given.map((draw) => draw(frozen));
    const columns: Float64Array[] = [];
    const read = readerOf(model.inputs, columns);
    for (const input of model.inputs) {
      const { name } = input;
      const alike = (frozen.has(name) ? first : second).get(name);
      const draws = alike ?? parts.find((part) => part.has(name))!.get(name)!;
      columns.push(draws.valuesOf(input, read));
    }
    return columns;
  };
}

/** Uniforms of one input, and its values where they do not depend on other inputs. */
interface OnceDrawn {
  readonly valuesOf: (input: ModelInput, read: ReadInput) => Float64Array;
}

function onceDrawn(uniforms: Float64Array): OnceDrawn {
  let known: Float64Array | undefined;
  return {
    valuesOf: (input, read) => {
      if (known) return known;
      const column = uniforms.slice();
      drawInput(input, column, read);
      if ("distribution" in input) known = column;
      return column;
    },
  };
}

/** The uniforms of one block of correlated inputs given any part of them. */
function drawnGiven(
  block: CorrelatedBlock,
  fill: (stream: string) => Float64Array,
): (frozen: ReadonlySet<string>) => Columns {
  const { inputs } = block;
  const factor = cholesky(block.scores)!;
  const first = jointScores(inputs.map(fill), factor);
  const second = jointScores(
    inputs.map((name) => fill(secondStream(name))),
    factor,
  );
  const drawn = (scores: Float64Array): OnceDrawn =>
    onceDrawn(scores.map((z) => insideUnitInterval(normalCdf(z))));
  const firstDrawn = first.map(drawn);
  const known = new Map<string, Columns>();
  return (frozen) => {
    const pattern = inputs.map((name) => Number(frozen.has(name))).join("");
    const columns =
      known.get(pattern) ??
      new Map(
        inputs.map((name, k) => [
          name,
          frozen.has(name) ? firstDrawn[k]! : drawn(scoreGiven(block, k, frozen, first, second)),
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
