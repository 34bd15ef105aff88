import { interpolate } from "./interpolate.js";

/**
 * A quantile function as polynomials of degree five over dyadic cells: each half of (0, 1) is cut at
 * every power of two towards its end, and each of these octaves into equal cells. All is plain
 * arithmetic on values of the quantile function.
 */
export interface QuantileTable {
  /** Cells in an octave, as a power of two. */
  readonly cellBits: number;
  /**
   * Eight numbers a cell: six coefficients in the position within the cell, from 0 at the end nearer
   * to 0 or 1, and the lowest and highest value. First the cells of (0, 1/2) from the end inwards,
   * then those of (1/2, 1), each with a cell before and after for what lies outside the table. A cell
   * that no polynomial describes holds NaN.
   */
  readonly cells: Float64Array;
}

/** Octaves towards each end: one draw in 4,096 falls beyond and is worked out exactly. */
export const OCTAVES = 12;
/** Exponent bits of the smallest double that the table holds. */
export const LOWEST_BITS = 1022 - OCTAVES;
/** Numbers a cell takes: one cache line. */
export const CELL = 8;

/** Tried in turn until the polynomials describe nearly everything. */
export const CELL_BITS = [3, 4, 5] as const;
/** Share of draws in cells without a polynomial, above which smaller cells are tried. */
const EXACT_SHARE_WANTED = 2 ** -10;
const EXACT_SHARE_MAX = 0.25;
/** Largest error in u, relative to the distance of u from its end, that a cell may show. */
const TOLERANCE = 5e-10;
/** The quantile's own rounding, in relative terms. */
const ROUNDING = 2 ** -50;
/** Chebyshev-Lobatto points, (1 - cos(k pi / 5)) / 2. */
const NODES = [
  0, 0.09549150281252629, 0.3454915028125263, 0.6545084971874737, 0.9045084971874737, 1,
] as const;
/** Between the nodes, where the error of the polynomial is largest. */
const CHECKS = [0.5, 0.04] as const;

/**
 * Tabulates a quantile function; undefined where polynomials describe too little of it.
 *
 * Every cell is held against the function itself between its nodes: the error in u is below 1e-9 of
 * the distance from u to the nearer end of (0, 1), and the value never falls within a cell. Cells
 * that fail, such as those around a kink, are left to the function.
 *
 * @param quantile never falls; for p in (0, 1)
 */
export function buildQuantileTable(quantile: (p: number) => number): QuantileTable | undefined {
  for (const cellBits of CELL_BITS) {
    const wanted = cellBits === CELL_BITS.at(-1) ? EXACT_SHARE_MAX : EXACT_SHARE_WANTED;
    const cells = fillCells(quantile, cellBits, wanted);
    if (cells) return { cellBits, cells };
  }
  return undefined;
}

/** From the middle outwards, so that a hopeless resolution is given up early. */
function fillCells(
  quantile: (p: number) => number,
  cellBits: number,
  exactShareMax: number,
): Float64Array | undefined {
  const perHalf = OCTAVES << cellBits;
  const cells = new Float64Array(2 * (perHalf + 2) * CELL).fill(NaN);
  let exactShare = 0;
  for (const upper of [false, true]) {
    const fit = cellFitter(quantile, upper);
    for (let index = perHalf - 1; index >= 0; index--) {
      const width = 1 / (1 << (OCTAVES + 1 + cellBits - (index >> cellBits)));
      const left = width * ((1 << cellBits) + (index & ((1 << cellBits) - 1)));
      const cell = cells.subarray(CELL * (1 + index + (upper ? perHalf + 2 : 0))).subarray(0, CELL);
      if (fit(left, width, cell)) continue;
      cell.fill(NaN);
      exactShare += width;
      if (exactShare > exactShareMax) return undefined;
    }
  }
  return cells;
}

/** Fits one cell; false where no polynomial is good enough. Cells come from the middle outwards. */
type FitCell = (left: number, width: number, cell: Float64Array) => boolean;

function cellFitter(quantile: (p: number) => number, upper: boolean): FitCell {
  const nodes = new Float64Array(NODES.length);
  const values = new Float64Array(NODES.length);
  /** The value where the cell before this one ended. */
  let inner = quantile(0.5);
  return (left, width, cell) => {
    values[NODES.length - 1] = inner;
    nodes[NODES.length - 1] = 1;
    for (let k = 0; k < NODES.length - 1; k++) {
      const p = pointOf(left + NODES[k]! * width, upper);
      nodes[k] = (pointOf(p, upper) - left) / width;
      values[k] = quantile(p);
    }
    const outer = values[0]!;
    cell[6] = Math.min(outer, inner);
    cell[7] = Math.max(outer, inner);
    const direction = Math.sign(inner - outer);
    inner = outer;
    interpolate(nodes, values, cell);
    if (direction === 0) return true;
    if (!neverTurns(cell, direction)) return false;
    for (const check of CHECKS) {
      const p = pointOf(left + check * width, upper);
      if (!agrees(cell, (pointOf(p, upper) - left) / width, quantile(p), left / width))
        return false;
    }
    return true;
  };
}

/** From the distance to the nearer end of (0, 1) to the point, and back. Near 1 points are coarse. */
function pointOf(distance: number, upper: boolean): number {
  return upper ? 1 - distance : distance;
}

/** @param steepness distance from the end in cells: what an error in the cell is relative to */
function agrees(cell: Float64Array, x: number, value: number, steepness: number): boolean {
  let polynomial = 0;
  let slope = 0;
  for (let power = NODES.length - 1; power >= 0; power--) {
    slope = slope * x + polynomial;
    polynomial = polynomial * x + cell[power]!;
  }
  const allowed = TOLERANCE * Math.abs(slope) * steepness;
  return Math.abs(polynomial - value) <= Math.max(allowed, ROUNDING * Math.abs(value));
}

/**
 * Whether a cell's polynomial only rises (direction 1) or only falls (-1): all Bernstein coefficients
 * of its derivative have that sign, which is enough.
 */
function neverTurns(cell: Float64Array, direction: number): boolean {
  const c1 = cell[1]!;
  const c2 = cell[2]!;
  const c3 = cell[3]!;
  const c4 = cell[4]!;
  const c5 = cell[5]!;
  return (
    direction * c1 >= 0 &&
    direction * (c1 + c2 / 2) >= 0 &&
    direction * (c1 + c2 + c3 / 2) >= 0 &&
    direction * (c1 + 1.5 * c2 + 1.5 * c3 + c4) >= 0 &&
    direction * (c1 + 2 * c2 + 3 * c3 + 4 * c4 + 5 * c5) >= 0
  );
}
