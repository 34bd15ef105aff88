/** Where functions of one variable, one for each draw, pass a level. */
export interface Passages {
  /**
   * One for each draw: -Infinity where its function stays at or below the level everywhere, Infinity
   * where it stays above or is not a number; of several, the one nearest to where the draw is.
   */
  readonly at: Float64Array;
  /** One for each draw: how often it passes; more than once where it goes back. */
  readonly count: Uint8Array;
  /** One for each draw: 1 where it stays at or below the level above the passage, else 0. */
  readonly above: Uint8Array;
}

/** Asked for where each draw passes; what the functions give is overwritten by the next call. */
export interface PassagesAsk {
  /** Every draw's function at one place. Not a number counts as above the level. */
  readonly atPlace: (place: number) => Float64Array;
  /** The functions of some draws alone, each at a place of its own. */
  readonly among: (draws: Uint32Array) => (at: Float64Array) => Float64Array;
  /** Ascending; between neighbours each function passes once at most. */
  readonly places: readonly number[];
  readonly level: number;
  /** Where each draw is. */
  readonly from: Float64Array;
}

/** A passage is known to this part of the distance between the outermost places. */
const PRECISION = 1e-7;
const STEPS_MAX = 120;
/** A bracket that has not halved in so many steps is halved. */
const STEPS = 3;

/**
 * Finds where each of many functions passes a level, all of them together, so that a model evaluates
 * whole columns: brackets between the places, then false position with the weight of an end that
 * stays halved, and the middle where that is slow, as at a jump. Places above zero are walked on a logarithmic scale.
 *
 * Source: Dowell & Jarratt, "A modified regula falsi method for computing the root of an equation",
 * BIT 11 (1971): the Illinois method.
 */
export function passages(ask: PassagesAsk): Passages {
  const { atPlace, among, places, level } = ask;
  const log = places[0]! > 0;
  const [inward, outward] = log ? [Math.log, Math.exp] : [identity, identity];
  const grid = places.map((place) => atPlace(place).slice());
  const { found, cell } = placed(grid, ask);
  const passing = Uint32Array.from(found.count.keys()).filter((i) => found.count[i]! > 0);
  if (passing.length === 0) return found;
  const brackets = bracketsOf(passing, cell, grid, places.map(inward), level);
  const precision = PRECISION * (inward(places.at(-1)!) - inward(places[0]!));
  const evaluate = among(passing);
  const middle = new Float64Array(passing.length);
  const wide = new Float64Array(passing.length).fill(Infinity);
  for (let step = 1; step < STEPS_MAX; step++) {
    let open = false;
    for (let i = 0; i < middle.length; i++) {
      const width = brackets.high[i]! - brackets.low[i]!;
      const halve = step % STEPS === 0 && width > wide[i]! / 2;
      middle[i] = halve ? brackets.low[i]! + width / 2 : nextPlace(brackets, i, precision);
      if (step % STEPS === 0) wide[i] = width;
      if (width > precision) open = true;
    }
    if (!open) break;
    const values = evaluate(middle.map(outward));
    for (let i = 0; i < middle.length; i++) {
      if (brackets.high[i]! - brackets.low[i]! <= precision) continue;
      // The end whose side of the level the middle is on moves there.
      const high = values[i]! <= level === found.above[passing[i]!]! > 0;
      narrow(brackets, i, middle[i]!, brackets.height(values[i]!), high);
    }
  }
  for (const [i, draw] of passing.entries()) found.at[draw] = outward(middle[i]!);
  return found;
}

interface Brackets {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly lowHeight: Float64Array;
  readonly highHeight: Float64Array;
  /** The end that moved last: -1 the low one, 1 the high one. */
  readonly moved: Int8Array;
  /** How far a value lies above the level. */
  readonly height: (value: number) => number;
}

/** How often each draw passes, on which side it is met, and the cell of the passage nearest to it. */
function placed(
  grid: readonly Float64Array[],
  { places, level, from }: PassagesAsk,
): { readonly found: Passages; readonly cell: Uint8Array } {
  const at = new Float64Array(from.length);
  const count = new Uint8Array(from.length);
  const above = new Uint8Array(from.length);
  const cell = new Uint8Array(from.length);
  for (let i = 0; i < from.length; i++) {
    let nearest = Infinity;
    let met = grid[0]![i]! <= level;
    at[i] = met ? -Infinity : Infinity;
    for (let k = 1; k < places.length; k++) {
      const before = met;
      met = grid[k]![i]! <= level;
      if (met === before) continue;
      count[i]!++;
      const distance = Math.max(0, places[k - 1]! - from[i]!, from[i]! - places[k]!);
      if (distance >= nearest) continue;
      nearest = distance;
      cell[i] = k - 1;
      above[i] = Number(met);
    }
  }
  return { found: { at, count, above }, cell };
}

function bracketsOf(
  passing: Uint32Array,
  cell: Uint8Array,
  grid: readonly Float64Array[],
  places: readonly number[],
  level: number,
): Brackets {
  const height = heightOver(level, grid);
  const each = (of: (draw: number, cell: number) => number): Float64Array => {
    const column = new Float64Array(passing.length);
    for (let i = 0; i < column.length; i++) column[i] = of(passing[i]!, cell[passing[i]!]!);
    return column;
  };
  return {
    low: each((_, k) => places[k]!),
    high: each((_, k) => places[k + 1]!),
    lowHeight: each((draw, k) => height(grid[k]![draw]!)),
    highHeight: each((draw, k) => height(grid[k + 1]![draw]!)),
    moved: new Int8Array(passing.length),
    height,
  };
}

/**
 * By false position inside the bracket, or its middle where that says nothing; never so close to an
 * end that the bracket would hardly shrink.
 */
function nextPlace(
  { low, high, lowHeight, highHeight }: Brackets,
  i: number,
  precision: number,
): number {
  const [left, right] = [low[i]!, high[i]!];
  const share = lowHeight[i]! / (lowHeight[i]! - highHeight[i]!);
  const place = left + (share >= 0 && share <= 1 ? share : 0.5) * (right - left);
  if (right - left <= precision) return place;
  return Math.min(right - precision / 2, Math.max(left + precision / 2, place));
}

/** Moves an end; the weight of one that stays twice is halved. */
function narrow(
  { low, high, lowHeight, highHeight, moved }: Brackets,
  i: number,
  place: number,
  height: number,
  isHigh: boolean,
): void {
  const turn = isHigh ? 1 : -1;
  (isHigh ? high : low)[i] = place;
  (isHigh ? highHeight : lowHeight)[i] = height;
  if (moved[i] === turn) (isHigh ? lowHeight : highHeight)[i]! /= 2;
  moved[i] = turn;
}

/** On a logarithmic scale where all values are amounts, for there products are straight. */
function heightOver(level: number, grid: readonly Float64Array[]): (value: number) => number {
  const amounts = level > 0 && grid.every((column) => column.every((value) => value > 0));
  return amounts ? (value) => Math.log(value / level) : (value) => value - level;
}

function identity(x: number): number {
  return x;
}
