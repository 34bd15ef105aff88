import { createDesign } from "../sampling/create-design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { evaluateAt, type UncertainModel } from "./draw-values.js";
import { labelOf } from "./label-of.js";
import { type Measure, measured } from "./measure.js";

/** How fast an output grows as one input goes to an end of its range, by the input's tail. */
export interface TailGrowth {
  readonly input: string;
  readonly label: string;
  readonly end: "low" | "high";
  /** The output grows like u^-exponent, u being the probability left beyond the input. */
  readonly exponent: number;
}

/** Points from which each input is driven to its ends. */
const BACKGROUNDS = 64;
/** Probabilities left beyond the input; both steps between them must show the growth. */
const DEPTHS = [2 ** -24, 2 ** -32, 2 ** -40] as const;
const STEP = Math.log(2 ** 8);

/**
 * Drives every input to both ends of its range, far beyond what a run would draw, and finds the one
 * along which each target grows fastest. An output that grows like u^-1/2 or faster has no variance,
 * though no draw of an ordinary run may show it: a divisor that can come close to zero once in a
 * hundred thousand draws.
 *
 * @returns one growth per target; undefined where nothing grows
 */
export function fastestGrowth(
  model: UncertainModel,
  targets: readonly { readonly output: number; readonly measure: Measure }[],
  seed: string,
): readonly (TailGrowth | undefined)[] {
  const dimensions = model.inputs.map(({ name }) => name);
  const design = createDesign({ method: "random", draws: BACKGROUNDS, seed, dimensions });
  const drawn = sampleUniforms(design, model.dependence, dimensions, 0, BACKGROUNDS);
  const evaluate = (uniforms: readonly Float64Array[]): Float64Array[] => {
    const outputs = evaluateAt(model, uniforms);
    return targets.map(({ output, measure }) => measured(measure, outputs[output]!).slice());
  };
  const middle = evaluate(drawn);
  const fastest: (TailGrowth | undefined)[] = targets.map(() => undefined);
  for (const [k, { name: input }] of model.inputs.entries()) {
    for (const end of ["low", "high"] as const) {
      const outputs = DEPTHS.map((depth) => {
        const uniform = end === "low" ? depth : 1 - depth;
        return evaluate(drawn.with(k, new Float64Array(BACKGROUNDS).fill(uniform)));
      });
      for (const [t, start] of middle.entries()) {
        const exponent = growthExponent(
          start,
          outputs.map((columns) => columns[t]!),
        );
        if (exponent > (fastest[t]?.exponent ?? 0)) {
          fastest[t] = { input, label: labelOf(model, input), end, exponent };
        }
      }
    }
  }
  return fastest;
}

/** The largest exponent over the backgrounds, each the smaller of its two steps. */
function growthExponent(start: Float64Array, deeper: readonly Float64Array[]): number {
  let largest = 0;
  for (const [i, from] of start.entries()) {
    const [near, middle, far] = deeper.map((column) => Math.abs(column[i]! - from));
    const exponent =
      far === Infinity
        ? Infinity
        : Math.min(Math.log(middle! / near!), Math.log(far! / middle!)) / STEP;
    if (exponent > largest) largest = exponent;
  }
  return largest;
}
