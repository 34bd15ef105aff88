import type { Correlated, FixedDraws } from "./fixed-draws.js";
import type { Setting, Settings } from "./setting.js";
import type { Marginal } from "./marginal.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { type Passages, passages } from "./passages.js";

/** Places at which each future is looked at before its passage is searched for. */
const PLACES = 9;
/** Probability of the input that is left out at each end. */
export const END = 0.001;

/** What one input would have to be in each future. */
export interface BreakEvenAsk {
  readonly input: string;
  /** Of the input, whatever the others are. */
  readonly marginal: Marginal;
  /** Place of the output among those of the model. */
  readonly output: number;
  /** In base units. */
  readonly price: number;
  readonly correlated: Correlated;
  /** Other inputs that are set all along. */
  readonly given?: Settings;
}

/**
 * The value of an input at which an output equals a price, in each future on its own, the other inputs
 * as drawn or, where correlated ones follow, moved with it. Values beyond the middle 99.8% of the
 * input are not looked at.
 *
 * @returns one for each draw, one replicate after the other, in base units; met means at or below
 */
export function breakEvenValues(draws: FixedDraws, ask: BreakEvenAsk): Passages {
  const { input, output, price: level, marginal, correlated, given = new Map() } = ask;
  const set = (of: Evaluated, setting: Setting): Float64Array =>
    of.evaluateAll(new Map([...given, [input, setting]]), correlated)[output]!;
  const place = draws.model.inputs.findIndex(({ name }) => name === input);
  if (correlated === "held") {
    const places = shares().map(marginal.quantile);
    return passages({
      atPlace: (value) => set(draws, value),
      among: (some) => {
        const chosen = draws.only(some);
        return (values) => set(chosen, values);
      },
      places: places.filter((value, k) => k === 0 || value > places[k - 1]!),
      ...{ level, from: draws.all[place]! },
    });
  }
  // What follows is told by the input's normal score, which is searched for in its place.
  const valueOf = (score: number): number => marginal.quantile(normalCdf(score));
  const found = passages({
    atPlace: (score) => set(draws, valueOf(score)),
    among: (some) => {
      const chosen = draws.only(some);
      return (scores) => set(chosen, { scores });
    },
    places: shares().map(normalQuantile),
    ...{ level, from: draws.uniforms[place]!.map(normalQuantile) },
  });
  return { ...found, at: found.at.map((at) => (Number.isFinite(at) ? valueOf(at) : at)) };
}

type Evaluated = Pick<FixedDraws, "evaluateAll">;

/** Probabilities from 0.1% to 99.9% in equal steps. */
function shares(): readonly number[] {
  return Array.from({ length: PLACES }, (_, k) => END + ((1 - 2 * END) * k) / (PLACES - 1));
}
