import { quantileSorted } from "simple-statistics";
import { solveTridiagonal } from "../numeric/solve-tridiagonal.js";

/** Pieces of the line, equal shares of the draws. */
const PIECES = 16;
/** Draws whose quantiles are the inner knots: where exactly a piece ends matters little. */
const KNOT_DRAWS = 2048;

/** Where each draw stands on a line of straight pieces: after a knot, and how far to the next. */
export interface Places {
  readonly knots: number;
  readonly knot: Uint8Array;
  readonly share: Float64Array;
}

/**
 * Places draws of an input between knots: its ends, and quantiles of the first draws between them.
 * Equal knots count as one.
 */
export function placesOn(values: Float64Array): Places {
  const knots = knotsOf(values);
  const knot = new Uint8Array(values.length);
  const share = new Float64Array(values.length);
  if (knots.length === 1) return { knots: 1, knot, share };
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let low = 0;
    let high = knots.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= knots[middle]!) low = middle;
      else high = middle;
    }
    knot[i] = low;
    share[i] = (value - knots[low]!) / (knots[high]! - knots[low]!);
  }
  return { knots: knots.length, knot, share };
}

function knotsOf(values: Float64Array): readonly number[] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const sorted = values.slice(0, KNOT_DRAWS).sort() as unknown as number[];
  const inner = Array.from({ length: PIECES - 1 }, (_, k) =>
    quantileSorted(sorted, (k + 1) / PIECES),
  );
  return [...new Set([lowest, ...inner, highest])];
}

/** Sums from which a line through some draws follows; those of several parts add up. */
export interface LineSums {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  /** For each response, its products with the line's hat functions. */
  readonly products: readonly Float64Array[];
}

/** The sums of a range of draws. */
export function lineSums(
  { knots, knot, share }: Places,
  responses: readonly Float64Array[],
  draws: Uint32Array,
): LineSums {
  const diagonal = new Float64Array(knots);
  const beside = new Float64Array(knots);
  const products = responses.map(() => new Float64Array(knots));
  for (let place = 0; place < draws.length; place++) {
    const i = draws[place]!;
    const k = knot[i]!;
    const t = share[i]!;
    diagonal[k]! += (1 - t) * (1 - t);
    if (t !== 0) {
      diagonal[k + 1]! += t * t;
      beside[k]! += t * (1 - t);
    }
    for (let d = 0; d < products.length; d++) {
      const product = products[d]!;
      product[k]! += (1 - t) * responses[d]![i]!;
      if (t !== 0) product[k + 1]! += t * responses[d]![i]!;
    }
  }
  return { diagonal, beside, products };
}

/** The heights at the knots of the least-squares line of each response. */
export function fitLines({ diagonal, beside, products }: LineSums): readonly Float64Array[] {
  return products.map((product) => solveTridiagonal(diagonal, beside, product));
}

/** The height of a line at a draw. */
export function heightAt(line: Float64Array, { knot, share }: Places, draw: number): number {
  const k = knot[draw]!;
  const t = share[draw]!;
  return t === 0 ? line[k]! : (1 - t) * line[k]! + t * line[k + 1]!;
}
