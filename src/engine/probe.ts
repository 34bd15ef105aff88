import { effectiveRange } from "../distributions/effective-range.js";
import { randomDesign } from "../sampling/random.js";
import type { CompiledModel } from "./compile-model.js";
import type { ModelInput, ReadInput } from "./model-input.js";

/** Points of which each input takes a third at either end of its range. */
const SPREAD_POINTS = 2048;
const END = 1e-6;
/** Points at a time, so that memory does not grow with the number of inputs. */
const BLOCK_POINTS = 1024;

/** Values of every quantity at some points, base units; a quantity that never varies has one. */
export interface Probes {
  readonly length: number;
  readonly read: (name: string) => Float64Array;
}

/**
 * Evaluates a model at points spread over the ranges of its inputs: each input alone at either end
 * of its range with the others at their medians, then points in which every input by itself is at
 * one end, at the other, or between. The same points every time.
 *
 * @param visit given some of the points at a time, whose columns the next overwrite
 */
export function probe(model: CompiledModel, visit: (probes: Probes) => void): void {
  const { inputs } = model;
  const alone = 2 * inputs.length;
  const points = alone + SPREAD_POINTS;
  const drawn = new Map(inputs.map(({ name }) => [name, new Float64Array(0)]));
  const read: ReadInput = (name) => drawn.get(name)!;
  const design = randomDesign({ method: "random", draws: points, seed: "probe", dimensions: [] });
  const valuesAt = inputs.map((input) => placesOf(input, read));
  for (let start = 0; start < points; start += BLOCK_POINTS) {
    const length = Math.min(BLOCK_POINTS, points - start);
    for (const [k, { name }] of inputs.entries()) {
      const places = new Float64Array(length);
      design.fill(name, start, places);
      places.fill(0.5, 0, Math.max(alone - start, 0));
      for (const end of [0, 1]) {
        const own = 2 * k + end - start;
        if (own >= 0 && own < length) places[own] = end;
      }
      drawn.set(name, places.map(valuesAt[k]!()));
    }
    const all = model.evaluateAll(
      inputs.map(({ name }) => read(name)),
      length,
    );
    visit({ length, read: (name) => all.get(name)! });
  }
}

type ValueAt = (place: number, draw: number) => number;

/**
 * The value of an input at a place: its lowest below a third, its highest above two thirds.
 *
 * @returns what gives it for the block now drawn
 */
function placesOf(input: ModelInput, read: ReadInput): () => ValueAt {
  const inside = (place: number): number => 3 * place - 1;
  if ("given" in input) {
    return () => {
      const quantile = input.given(read);
      return (place, draw) => quantile(Math.min(Math.max(inside(place), END), 1 - END), draw);
    };
  }
  const { quantile } = input.distribution;
  const [low, high] = effectiveRange(input.distribution);
  return () => (place) => (place <= 1 / 3 ? low : place >= 2 / 3 ? high : quantile(inside(place)));
}
