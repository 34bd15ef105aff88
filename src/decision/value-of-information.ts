import type { Replication } from "../sampling/design.js";
import type { Interval } from "../statistics/estimate.js";
import { columnOf } from "../statistics/column.js";
import { meanOf } from "../statistics/moments.js";
import { BATCHES, intervalOf } from "../statistics/replicates.js";
import {
  fitLines,
  heightAt,
  type LineSums,
  lineSums,
  type Places,
  placesOn,
} from "./fitted-line.js";

/** What it is worth to know more before deciding, in the unit of the payoffs. */
export interface ValueOfInformation {
  /** The option that pays most on average, by its place; what is chosen knowing nothing more. */
  readonly best: number;
  /** Expected value of perfect information: of knowing everything. NaN with undefined payoffs. */
  readonly perfect: Interval;
  /**
   * Expected value of knowing one input exactly, and with it what correlates with it. Estimates below
   * zero are shown as they are: the input is worth nothing.
   */
  readonly inputs: readonly { readonly input: string; readonly value: Interval }[];
  /** Draws in which some option's payoff is not a finite number. */
  readonly undefined: number;
}

/**
 * The value of information of a decision between options, from the draws of a run. For one input, each
 * option's payoff is regressed on it by a line of straight pieces; the rule that this gives, fitted on
 * all replicates but one, is tried on that one. So the estimate is what a real rule earned on draws
 * that it had not seen: chance cannot push it up, and the truth can only be a little higher.
 *
 * Source: Strong, Oakley & Brennan, "Estimating multiparameter partial expected value of perfect
 * information from a probabilistic sensitivity analysis sample: a nonparametric regression approach",
 * Medical Decision Making 34 (2014), with straight pieces for their splines and crossed fits.
 *
 * @param payoffs one column per option, at least two, in draw order; doing nothing is an option too
 * @param inputs values by input name, one per draw
 * @param replication of the run's design; intervals are Student's t over its replicates, or over
 *   batches of independent draws
 */
export function valueOfInformation(
  payoffs: readonly Float64Array[],
  inputs: ReadonlyMap<string, Float64Array>,
  replication: Replication | undefined,
): ValueOfInformation {
  const draws = payoffs[0]!.length;
  const parts = dealt(draws, replication);
  const means = payoffs.map(meanOf);
  const best = largest(payoffs, (_, d) => means[d]!);
  const unknown = countUnknown(payoffs);
  const centred =
    inputs.size === 0 ? [] : payoffs.map((payoff, d) => payoff.map((value) => value - means[d]!));
  const gains = (rule: (draw: number, part: number) => number): Interval => {
    const sums = parts.map((part, r) => {
      let sum = 0;
      for (const i of part) {
        sum += payoffs[rule(i, r)]![i]! - payoffs[best]![i]!;
      }
      return sum;
    });
    const whole = sums.reduce((sum, part) => sum + part, 0) / draws;
    return intervalOf(
      unknown > 0 ? NaN : whole,
      sums.map((sum, r) => (unknown > 0 ? NaN : sum / parts[r]!.length)),
    );
  };
  return {
    best,
    perfect: gains((draw) => largest(payoffs, (payoff) => payoff[draw]!)),
    inputs: [...inputs].map(([input, values]) => {
      const places = placesOn(values);
      const rules = crossedFits(places, centred, parts);
      const value = gains((draw, part) =>
        largest(rules[part]!, (line, d) => means[d]! + heightAt(line, places, draw)),
      );
      return { input, value };
    }),
    undefined: unknown,
  };
}

/**
 * For each part, the lines of all options fitted on the other parts.
 *
 * @param centred payoffs less their means
 */
function crossedFits(
  places: Places,
  centred: readonly Float64Array[],
  parts: readonly Uint32Array[],
): readonly (readonly Float64Array[])[] {
  const sums = parts.map((part) => lineSums(places, centred, part));
  return parts.map((_, r) => fitLines(added(sums.filter((__, other) => other !== r))));
}

function added(parts: readonly LineSums[]): LineSums {
  const total = (columns: readonly Float64Array[]): Float64Array =>
    columns[0]!.map((_, k) => columns.reduce((sum, column) => sum + column[k]!, 0));
  return {
    diagonal: total(parts.map(({ diagonal }) => diagonal)),
    beside: total(parts.map(({ beside }) => beside)),
    products: parts[0]!.products.map((_, d) => total(parts.map(({ products }) => products[d]!))),
  };
}

/** The place of the option with the largest score; the first of equals. */
function largest(
  options: readonly Float64Array[],
  score: (option: Float64Array, place: number) => number,
): number {
  let place = 0;
  let most = -Infinity;
  for (let d = 0; d < options.length; d++) {
    const value = score(options[d]!, d);
    if (value > most) {
      most = value;
      place = d;
    }
  }
  return place;
}

/** The draws of each replicate. */
function dealt(draws: number, replication: Replication | undefined): readonly Uint32Array[] {
  const { count, block } = replication ?? { count: BATCHES, block: Math.ceil(draws / BATCHES) };
  const order = Float64Array.from({ length: draws }, (_, i) => i);
  const { replicates } = columnOf(order, { count, block });
  return replicates!.map((part) => new Uint32Array(part));
}

function countUnknown(payoffs: readonly Float64Array[]): number {
  let count = 0;
  for (let i = 0; i < payoffs[0]!.length; i++) {
    if (!payoffs.every((payoff) => Number.isFinite(payoff[i]))) count++;
  }
  return count;
}
