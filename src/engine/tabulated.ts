import type { Distribution } from "../distributions/distribution.js";
import { buildQuantileTable, CELL, OCTAVES, type QuantileTable } from "./quantile-table.js";

const TWO_TO_32 = 2 ** 32;

/** Families whose quantile costs no more than a look into a table, or jumps. */
const EXACT_FAMILIES: ReadonlySet<string> = new Set([
  "constant",
  "uniform",
  "triangular",
  "discrete",
  "bernoulli",
  "empirical",
]);

/** A distribution as it is sampled, everywhere and in every run. */
export interface Tabulated extends Distribution {
  /** The table behind its quantile function, built when first asked for; undefined where exact. */
  readonly table: () => QuantileTable | undefined;
  /** The quantile function without the table. */
  readonly exact: (p: number) => number;
}

/** Samples a distribution through a table where its quantile function is slow. */
export function tabulated(distribution: Distribution): Tabulated {
  const { family, quantile: exact } = distribution;
  let table: QuantileTable | undefined;
  let lookup: ((p: number) => number) | undefined;
  const ready = (): ((p: number) => number) => {
    if (lookup) return lookup;
    table = EXACT_FAMILIES.has(family) ? undefined : buildQuantileTable(exact);
    return (lookup = table ? tabulatedQuantile(table, exact) : exact);
  };
  return {
    ...distribution,
    exact,
    quantile: (p) => ready()(p),
    table: () => {
      ready();
      return table;
    },
  };
}

/**
 * The quantile function that a table stands for. Never falls beyond rounding; beyond the table, and
 * in cells that hold no polynomial, it is the function itself.
 */
export function tabulatedQuantile(
  { cellBits, cells }: QuantileTable,
  exact: (p: number) => number,
): (p: number) => number {
  const upperCells = OCTAVES << cellBits;
  const inCell = 32 - cellBits;
  const scales = Float64Array.from({ length: OCTAVES + 1 }, (_, k) => 2 ** (k + 1 + cellBits));
  return (p) => {
    const upper = p >= 0.5;
    const q = upper ? 1 - p : p;
    const bits = (q * TWO_TO_32) >>> 0;
    const zeros = Math.clz32(bits);
    // At one half, or nearer to an end than the table goes.
    if (zeros === 0 || zeros > OCTAVES) return exact(p);
    const within = (bits << (zeros + 1)) >>> inCell;
    const cell = ((OCTAVES - zeros) << cellBits) + within + (upper ? upperCells : 0);
    const x = q * scales[zeros]! - ((1 << cellBits) + within);
    const c = cell * CELL;
    const value =
      ((((cells[c + 5]! * x + cells[c + 4]!) * x + cells[c + 3]!) * x + cells[c + 2]!) * x +
        cells[c + 1]!) *
        x +
      cells[c]!;
    if (value < cells[c + 6]!) return cells[c + 6]!;
    if (value > cells[c + 7]!) return cells[c + 7]!;
    return Number.isNaN(value) ? exact(p) : value;
  };
}
