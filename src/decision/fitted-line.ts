import { quantileSorted } from "simple-statistics";
import { solveTridiagonal } from "../numeric/solve-tridiagonal.js";

/** Pieces of the line, equal shares of the draws. */
const PIECES = 16;

/** Where each draw stands on a line of straight pieces: after a knot, and how far to the next. */
export interface Places {
  readonly knots: number;
  readonly knot: Uint8Array;
  readonly share: Float64Array;
}

/** Places draws of an input between knots at its quantiles; equal knots count as one. */
export function placesOn(values: Float64Array): Places {
  const sorted = values.slice().sort() as unknown as number[];
  const quantiles = Array.from({ length: PIECES + 1 }, (_, k) =>
    quantileSorted(sorted, k / PIECES),
  );
  const knots = [...new Set(quantiles)];
  const knot = new Uint8Array(values.length);
  const share = new Float64Array(values.length);
  for (const [i, value] of values.entries()) {
    let k = 0;
    while (k + 2 < knots.length && value >= knots[k + 1]!) k++;
    knot[i] = k;
    share[i] = knots.length > 1 ? (value - knots[k]!) / (knots[k + 1]! - knots[k]!) : 0;
  }
  return { knots: knots.length, knot, share };
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
  for (const i of draws) {
    const [k, t] = [knot[i]!, share[i]!];
    diagonal[k]! += (1 - t) * (1 - t);
    if (t !== 0) {
      diagonal[k + 1]! += t * t;
      beside[k]! += t * (1 - t);
    }
    for (const [d, product] of products.entries()) {
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
  const [k, t] = [knot[draw]!, share[draw]!];
  return t === 0 ? line[k]! : (1 - t) * line[k]! + t * line[k + 1]!;
}
