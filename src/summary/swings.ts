import type { CompiledModel } from "../engine/compile-model.js";
import { oneAtATime, PERCENTILES } from "../sensitivity/one-at-a-time.js";

/** An output along the percentiles of each input, one at a time, the others at their medians. */
export interface Swings {
  /** Of the input, in (0, 1). */
  readonly percentiles: readonly number[];
  /** The one that moves the output most between its 10th and its 90th percentile first. */
  readonly inputs: readonly {
    readonly input: string;
    /** The input at each percentile, in its own unit. */
    readonly at: readonly number[];
    /** The output there, in its own unit. */
    readonly values: readonly number[];
  }[];
}

const LOW = PERCENTILES.indexOf(0.1);
const HIGH = PERCENTILES.indexOf(0.9);

/** By output; nothing uncertain, nothing to move. */
export function swingsOf(
  model: CompiledModel,
  outputs: readonly string[],
): Readonly<Record<string, Swings>> {
  if (model.inputs.length === 0) return {};
  const scaleOf = (name: string): number =>
    model.units.parse(model.quantities.find((quantity) => quantity.name === name)!.unit).scale;
  const moved = oneAtATime(model);
  return Object.fromEntries(
    outputs.flatMap((output, k) => {
      const scale = scaleOf(output);
      const needed = model.inputsOf(output);
      const inputs = moved
        .filter(({ input }) => needed.has(input))
        .map(({ input, at, outputs: rows }) => ({
          input,
          at: at.map((value) => value / scaleOf(input)),
          values: rows[k]!.map((value) => value / scale),
        }));
      if (inputs.length === 0) return [];
      const ranked = inputs.toSorted((a, b) => swingOf(b).size - swingOf(a).size);
      return [[output, { percentiles: PERCENTILES, inputs: ranked }]];
    }),
  );
}

/** The output at the 10th and 90th percentile of an input and how far apart they are. */
export function swingOf({ values }: Swings["inputs"][number]): {
  readonly low: number;
  readonly high: number;
  readonly size: number;
} {
  const [low, high] = [values[LOW]!, values[HIGH]!];
  const size = Math.abs(high - low);
  return { low, high, size: Number.isNaN(size) ? -1 : size };
}
