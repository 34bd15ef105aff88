import { effectiveRange } from "../distributions/effective-range.js";
import { randomDesign } from "../sampling/random.js";
import type { CompiledModel } from "./compile-model.js";
import type { ModelInput, ReadInput } from "./model-input.js";

/** Points of which each input takes a third at either end of its range. */
const SPREAD_POINTS = 2048;
const END = 1e-6;

/** Values of every quantity at some points, base units; a quantity that never varies has one. */
export interface Probes {
  readonly length: number;
  readonly read: (name: string) => Float64Array;
}

/**
 * Evaluates a model at points spread over the ranges of its inputs: each input alone at either end
 * of its range with the others at their medians, then points in which every input by itself is at
 * one end, at the other, or between. The same points every time.
 */
export function probe(model: CompiledModel): Probes {
  const { inputs } = model;
  const alone = 2 * inputs.length;
  const length = alone + SPREAD_POINTS;
  const drawn = new Map<string, Float64Array>();
  const read: ReadInput = (name) => drawn.get(name)!;
  const design = randomDesign({ method: "random", draws: length, seed: "probe", dimensions: [] });
  for (const [k, input] of inputs.entries()) {
    const places = new Float64Array(length);
    design.fill(input.name, 0, places);
    places.fill(0.5, 0, alone);
    places[2 * k] = 0;
    places[2 * k + 1] = 1;
    const valueAt = placesOf(input, read);
    drawn.set(input.name, places.map(valueAt));
  }
  const all = model.evaluateAll(
    inputs.map(({ name }) => read(name)),
    length,
  );
  return { length, read: (name) => all.get(name)! };
}

/** The value of an input at a place: its lowest below a third, its highest above two thirds. */
function placesOf(input: ModelInput, read: ReadInput): (place: number, draw: number) => number {
  const inside = (place: number): number => 3 * place - 1;
  if ("given" in input) {
    const quantile = input.given(read);
    return (place, draw) => quantile(Math.min(Math.max(inside(place), END), 1 - END), draw);
  }
  const { quantile } = input.distribution;
  const [low, high] = effectiveRange(input.distribution);
  return (place) => (place <= 1 / 3 ? low : place >= 2 / 3 ? high : quantile(inside(place)));
}
