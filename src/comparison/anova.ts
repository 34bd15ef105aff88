import { streamKey } from "../sampling/stream-key.js";
import { fillUniforms } from "../sampling/uniforms.js";

/** How a variance is made up: by each factor alone, and by factors acting together. */
export interface Anova {
  readonly variance: number;
  /** First-order shares, one a factor. */
  readonly shares: readonly number[];
  /** What is left: one less the sum of the shares. */
  readonly interaction: number;
  /** Whether combinations were drawn at random because all of them are too many. */
  readonly sampled: boolean;
}

/**
 * Values at combinations of levels.
 *
 * @param levels one column a factor: the number of its level, from 0
 * @param length combinations
 */
export type AtLevels = (levels: readonly Uint32Array[], length: number) => Float64Array;

const BLOCK = 4096;
/** Combinations that are all worked out; beyond, so many are drawn. */
const WHOLE_MAX = 2 ** 21;
const SAMPLED = 2 ** 18;

/**
 * Splits the variance of a function of independent factors, each of which takes its levels with
 * given weights: a factor's share is the variance of the mean given its level.
 *
 * @param weights of each factor's levels; they need not add up to 1
 *
 * Source: Sobol', Mathematics and Computers in Simulation 55 (2001), first-order indices; exact over
 * the full factorial.
 */
export function anova(weights: readonly (readonly number[])[], valuesAt: AtLevels): Anova {
  const combinations = weights.reduce((product, { length }) => product * length, 1);
  const sampled = combinations > WHOLE_MAX;
  const source = sampled ? drawnLevels(weights) : allLevels(weights);
  const total = sampled ? SAMPLED : combinations;
  const sums = weights.map(({ length }) => new Float64Array(length));
  const masses = weights.map(({ length }) => new Float64Array(length));
  const moments = { mass: 0, first: 0, second: 0 };
  let pilot: number | undefined;
  for (let start = 0; start < total; start += BLOCK) {
    const length = Math.min(BLOCK, total - start);
    const { levels, mass } = source(start, length);
    const values = valuesAt(levels, length);
    pilot ??= values[0]!;
    for (let i = 0; i < length; i++) {
      const value = values[i]! - pilot;
      moments.mass += mass[i]!;
      moments.first += mass[i]! * value;
      moments.second += mass[i]! * value * value;
      for (let k = 0; k < levels.length; k++) {
        sums[k]![levels[k]![i]!]! += mass[i]! * value;
        masses[k]![levels[k]![i]!]! += mass[i]!;
      }
    }
  }
  const mean = moments.first / moments.mass;
  const variance = moments.second / moments.mass - mean * mean;
  const shares = sums.map((own, k) => {
    let between = 0;
    for (let level = 0; level < own.length; level++) {
      const mass = masses[k]![level]!;
      if (mass > 0) between += (mass / moments.mass) * (own[level]! / mass - mean) ** 2;
    }
    return between / variance;
  });
  const interaction = 1 - shares.reduce((sum, share) => sum + share, 0);
  return { variance, shares, interaction, sampled };
}

/** Levels of a range of combinations and the mass of each. */
type Source = (
  start: number,
  length: number,
) => { readonly levels: readonly Uint32Array[]; readonly mass: Float64Array };

/** Every combination once, the last factor turning fastest. */
function allLevels(weights: readonly (readonly number[])[]): Source {
  return (start, length) => {
    const mass = new Float64Array(length).fill(1);
    let period = 1;
    const levels = [...weights].reverse().map((own) => {
      const column = new Uint32Array(length);
      for (let i = 0; i < length; i++) {
        column[i] = Math.floor((start + i) / period) % own.length;
        mass[i]! *= own[column[i]!]!;
      }
      period *= own.length;
      return column;
    });
    return { levels: levels.reverse(), mass };
  };
}

/** Levels drawn by their weights, each combination of mass 1. */
function drawnLevels(weights: readonly (readonly number[])[]): Source {
  return (start, length) => ({
    mass: new Float64Array(length).fill(1),
    levels: weights.map((own, k) => {
      const uniforms = new Float64Array(length);
      fillUniforms(streamKey("anova", String(k)), start, uniforms);
      const whole = own.reduce((sum, weight) => sum + weight, 0);
      return Uint32Array.from(uniforms, (u) => {
        let level = 0;
        for (let left = u * whole - own[0]!; left > 0 && level < own.length - 1;) {
          left -= own[++level]!;
        }
        return level;
      });
    }),
  });
}
