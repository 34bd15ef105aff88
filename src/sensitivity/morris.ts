import { permutation } from "../sampling/permutation.js";
import { createStreams } from "../sampling/streams.js";
import { fillUniforms } from "../sampling/uniforms.js";
import type { Estimate } from "../statistics/estimate.js";
import { moments } from "../statistics/moments.js";
import { evaluateAt, type UncertainModel } from "./draw-values.js";
import { measured, type Target } from "./measure.js";
import { countNotFinite } from "./refuse-unmeasurable.js";

/** Levels of an input: the middles of equal shares of its probability. */
const LEVELS = 8;
/** A step crosses half the levels, so that every level is left and reached equally often. */
const STEP = 1 / 2;
/** Names the stream of trajectories; no input's name holds a space. */
const TRAJECTORIES = "morris trajectories";

/** What an input does to an output from place to place, one input moved at a time. */
export interface ElementaryEffects {
  readonly input: string;
  /** Morris' mu: opposite effects cancel. In the output's unit, over the input's whole probability. */
  readonly mean: Estimate;
  /** mu*, the mean size: near zero only for an input that does nothing. */
  readonly size: Estimate;
  /** sigma: zero for a straight effect, large for a bent one or for interactions. */
  readonly spread: Estimate;
}

/** The effects of every input, and what they cost. */
export interface Morris {
  readonly effects: readonly ElementaryEffects[];
  readonly evaluations: number;
  /** Evaluations that gave no finite number; the effects next to one are NaN. */
  readonly undefined: number;
}

/**
 * Screens many inputs with few evaluations: (inputs + 1) a trajectory, along which each input moves
 * once, by half its probability, in random order. Correlations are ignored: it asks what the model
 * does with its inputs, not which of them move together.
 *
 * Source: Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics
 * 33 (1991); size: Campolongo, Cariboni & Saltelli, Environmental Modelling & Software 22 (2007).
 *
 * @param trajectories 2 or more; 10 to 50 are usual
 */
export function morris(
  model: UncertainModel,
  { output, measure }: Target,
  trajectories: number,
  seed: string,
): Morris {
  const plan = planTrajectories(model.inputs.length, trajectories, seed);
  const points = trajectories * (model.inputs.length + 1);
  const values = measured(measure, evaluateAt(model, plan.columns)[output]!);
  return {
    effects: model.inputs.map(({ name }, k) => {
      const effects = Float64Array.from(plan.moves[k]!, ({ after, up }) => {
        const rise = values[after]! - values[after - 1]!;
        return (up ? rise : -rise) / STEP;
      });
      const { mean, sd } = moments({ values: effects });
      const size = moments({ values: effects.map(Math.abs) }).mean;
      return { input: name, mean, size, spread: sd };
    }),
    evaluations: points,
    undefined: countNotFinite(values),
  };
}

/** Where the trajectories lead. */
interface Trajectories {
  /** By input, its uniform at every point of every trajectory, one after the other. */
  readonly columns: readonly Float64Array[];
  /** By input, for each trajectory: the point after its move, and whether that was upwards. */
  readonly moves: readonly (readonly { readonly after: number; readonly up: boolean }[])[];
}

function planTrajectories(inputs: number, trajectories: number, seed: string): Trajectories {
  const streams = createStreams(seed);
  const key = streams.key(TRAJECTORIES);
  const length = inputs + 1;
  const columns = Array.from({ length: inputs }, () => new Float64Array(trajectories * length));
  const moves = columns.map((): { after: number; up: boolean }[] => []);
  const uniforms = new Float64Array(inputs);
  for (let t = 0; t < trajectories; t++) {
    fillUniforms(key, t * inputs, uniforms);
    const base = uniforms.map((u) => (Math.floor(u * LEVELS) + 0.5) / LEVELS);
    const order = permutation(streams, key, t, inputs);
    const first = t * length;
    for (const [k, column] of columns.entries()) column.fill(base[k]!, first, first + length);
    for (const [place, k] of order.entries()) {
      const up = base[k]! < STEP;
      const after = first + place + 1;
      columns[k]!.fill(base[k]! + (up ? STEP : -STEP), after, first + length);
      moves[k]!.push({ after, up });
    }
  }
  return { columns, moves };
}
