import { countAtOrBelow } from "../statistics/count-at-or-below.js";
import type { Interval } from "../statistics/estimate.js";
import type { Correlated, FixedDraws } from "./fixed-draws.js";
import type { Settings } from "./setting.js";
import { intervalOfSolved } from "./interval-of-solved.js";

/** What is asked: where does an input make an output stay within a price with a given probability? */
export interface Question {
  readonly input: string;
  /** Place of the output among those of the model. */
  readonly output: number;
  /** In the unit of the model's columns: base units. */
  readonly price: number;
  /** The probability wanted, in (0, 1). */
  readonly probability: number;
  /**
   * Where to look, ascending, in base units: between neighbours the answer may cross once. See
   * `placesOf`.
   */
  readonly places: readonly number[];
  readonly correlated: Correlated;
  /** Other inputs that are set all along. */
  readonly given?: Settings;
}

/** A value of the input at which the probability passes the one wanted. */
export interface Crossing {
  /** An end is infinite where some replicates do not cross on that side of the places looked at. */
  readonly value: Interval;
  /** On which side of the value the probability is reached. */
  readonly reached: "above" | "below";
}

/** The answer. */
export type Solution =
  | { readonly kind: "crosses"; readonly crossings: readonly Crossing[] }
  | { readonly kind: "always" }
  | {
      readonly kind: "never";
      /** The value with the largest probability of all places looked at. */
      readonly best: { readonly value: number; readonly probability: number };
    };

/** A bracket shrinks to a billionth. */
const HALVINGS = 30;

/**
 * Finds every value of an input at which P(output <= price) passes the probability wanted, by bisection
 * on the same draws. The value is the mean of what the draws' replicates give, each solved on its own,
 * and the interval Student's t over them. (The price itself needs no solving: it is a percentile of the
 * output.)
 */
export function solve(draws: FixedDraws, question: Question): Solution {
  const { places, probability } = question;
  const replicates = [...draws.sizes.keys()];
  const total = sum(draws.sizes);
  const hits = places.map((place) => replicates.map((r) => hitsAt(draws, question, r, place)));
  const shares = hits.map((row) => sum(row) / total);
  const brackets = bracketsOf(shares, probability);
  if (brackets.length === 0) {
    if (shares[0]! >= probability) return { kind: "always" };
    const most = shares.indexOf(Math.max(...shares));
    return { kind: "never", best: { value: places[most]!, probability: shares[most]! } };
  }
  const crossings = brackets.map((bracket): Crossing => {
    const each = replicates.map((r) => {
      const size = draws.sizes[r]!;
      const own = hits.map((row) => row[r]! / size);
      const nearest = nearestBracket(bracketsOf(own, probability), bracket);
      if (nearest) return cross((v) => hitsAt(draws, question, r, v), size, question, nearest);
      // A replicate that never gets there would cross beyond the side on which others do.
      const beyond = own[0]! >= probability ? -Infinity : Infinity;
      return bracket.rises ? beyond : -beyond;
    });
    const whole = (): number =>
      cross(
        (v) => sum(replicates.map((r) => hitsAt(draws, question, r, v))),
        total,
        question,
        bracket,
      );
    return { value: intervalOfSolved(each, whole), reached: bracket.rises ? "above" : "below" };
  });
  return { kind: "crosses", crossings };
}

/** Two neighbouring places between which the probability is passed. */
interface Bracket {
  /** Place of the lower end. */
  readonly place: number;
  readonly rises: boolean;
}

function bracketsOf(shares: readonly number[], probability: number): readonly Bracket[] {
  return shares.slice(1).flatMap((share, place): Bracket[] => {
    const [before, after] = [shares[place]! >= probability, share >= probability];
    return before === after ? [] : [{ place, rises: after }];
  });
}

function nearestBracket(
  brackets: readonly Bracket[],
  { place, rises }: Bracket,
): Bracket | undefined {
  return brackets
    .filter((bracket) => bracket.rises === rises)
    .sort((a, b) => Math.abs(a.place - place) - Math.abs(b.place - place))[0];
}

/**
 * The value at which the wanted share of draws hits, between those at which one draw fewer and one
 * more would: half a draw, left out, is as much as the error of balanced draws.
 *
 * Source: Hazen's plotting position; Hyndman & Fan, American Statistician 50 (1996), definition 5.
 */
function cross(
  hits: (value: number) => number,
  size: number,
  { places, probability }: Question,
  { place, rises }: Bracket,
): number {
  const rank = size * probability + 0.5;
  const [low, high] = [places[place]!, places[place + 1]!];
  const passing = (count: number): number =>
    bisect((value) => hits(value) >= count === rises, low, high);
  const below = Math.floor(rank);
  const from = passing(below);
  return from + (rank - below) * (passing(below + 1) - from);
}

/** Where a condition that fails at `low` comes to hold on the way to `high`. */
function bisect(holds: (value: number) => boolean, low: number, high: number): number {
  let [left, right] = [low, high];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = left + (right - left) / 2;
    if (holds(middle)) right = middle;
    else left = middle;
  }
  return left + (right - left) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Draws of one replicate at or below the price with the input set. */
function hitsAt(
  draws: FixedDraws,
  { input, output, price, correlated, given = new Map() }: Question,
  replicate: number,
  value: number,
): number {
  const columns = draws.evaluate(replicate, new Map([...given, [input, value]]), correlated);
  return countAtOrBelow(columns[output]!, price);
}
