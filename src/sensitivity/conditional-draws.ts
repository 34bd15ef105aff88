import { drawInput, readerOf } from "../engine/draw-inputs.js";
import type { ModelInput } from "../engine/model-input.js";
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

/**
 * The same with the range cut into equal parts, each with a set of frozen inputs of its own; the last
 * part may be shorter.
 */
export type ConditionalParts = (
  frozen: readonly ReadonlySet<string>[],
  size: number,
) => readonly Float64Array[];

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
  const parts = conditionalParts(model, design, start, length);
  return (frozen) => parts([frozen], length);
}

/** `conditionalDraws` for parts of a range. */
export function conditionalParts(
  model: UncertainModel,
  design: Design,
  start: number,
  length: number,
): ConditionalParts {
  const fill = (stream: string): Float64Array => {
    const column = new Float64Array(length);
    design.fill(stream, start, column);
    return column;
  };
  const blocks = correlatedBlocks(model.dependence);
  const joined = new Set(blocks.flatMap(({ inputs }) => inputs));
  const alone = model.inputs.map(({ name }) => name).filter((name) => !joined.has(name));
  const first = new Map(alone.map((name) => [name, onceDrawn(() => fill(name))]));
  const second = new Map(alone.map((name) => [name, onceDrawn(() => fill(secondStream(name)))]));
  const given = new Map(
    blocks.flatMap((block) => {
      const draw = drawnGiven(block, fill);
      return block.inputs.map((name) => [name, draw] as const);
    }),
  );
  const drawnOf = (name: string, frozen: ReadonlySet<string>): OnceDrawn =>
    given.get(name)?.(frozen).get(name) ?? (frozen.has(name) ? first : second).get(name)!;
  return (frozen, size) => {
    const columns: Float64Array[] = [];
    const read = readerOf(model.inputs, columns);
    for (const input of model.inputs) {
      const draws = frozen.map((set) => drawnOf(input.name, set));
      if ("distribution" in input) {
        columns.push(
          pieced(
            draws.map((draw) => draw.values(input)),
            size,
          ),
        );
      } else {
        const column = pieced(
          draws.map((draw) => draw.uniforms()),
          size,
        ).slice();
        drawInput(input, column, read);
        columns.push(column);
      }
    }
    return columns;
  };
}

/** Uniforms of one input, and its values where they do not depend on other inputs; worked out once. */
interface OnceDrawn {
  readonly uniforms: () => Float64Array;
  readonly values: (input: ModelInput) => Float64Array;
}

function onceDrawn(make: () => Float64Array): OnceDrawn {
  let uniforms: Float64Array | undefined;
  let values: Float64Array | undefined;
  const drawn = (): Float64Array => (uniforms ??= make());
  return {
    uniforms: drawn,
    values: (input) => {
      if (values) return values;
      values = drawn().slice();
      drawInput(input, values, () => values!);
      return values;
    },
  };
}

/** Part k of the k-th column, one after the other; a column that is all of it is left as it is. */
function pieced(columns: readonly Float64Array[], size: number): Float64Array {
  const [first] = columns;
  if (columns.every((column) => column === first)) return first!;
  const whole = new Float64Array(first!.length);
  for (const [k, column] of columns.entries()) {
    whole.set(column.subarray(k * size, (k + 1) * size), k * size);
  }
  return whole;
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
  const drawn = (scores: () => Float64Array): OnceDrawn =>
    onceDrawn(() => scores().map((z) => insideUnitInterval(normalCdf(z))));
  const firstDrawn = first.map((scores) => drawn(() => scores));
  const known = new Map<string, Columns>();
  return (frozen) => {
    const held = inputs.filter((name) => frozen.has(name));
    const pattern = held.join(" ");
    const columns =
      known.get(pattern) ??
      new Map(
        inputs.map((name, k) => [
          name,
          held.includes(name)
            ? firstDrawn[k]!
            : drawn(() => scoreGiven(block, k, new Set(held), first, second)),
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
