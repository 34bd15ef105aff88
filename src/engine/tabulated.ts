import type { Distribution } from "../distributions/distribution.js";
import { type ClosedForm, closedFormOf, closedQuantile } from "./closed-form.js";
import { countLookup } from "./count-lookup.js";
import { createLookup, type Lookup } from "./lookup-kernel.js";
import { buildQuantileTable, CELL, OCTAVES, type QuantileTable } from "./quantile-table.js";

const TWO_TO_32 = 2 ** 32;

/** Shorter columns are looked up one by one. */
const KERNEL_FROM = 256;

/** Families whose quantile costs hardly more than a look into a table, has a kink, or jumps. */
const EXACT_FAMILIES: ReadonlySet<string> = new Set([
  "constant",
  "uniform",
  "triangular",
  "discrete",
  "bernoulli",
  "empirical",
]);

/** Families of whole numbers whose quantile function searches among shares that are slow to work out. */
const COUNTS: ReadonlySet<string> = new Set(["poisson", "binomial"]);

/** A distribution as it is sampled, everywhere and in every run. */
export interface Tabulated extends Distribution {
  /** The table behind its quantile function, built when first asked for; undefined where exact. */
  readonly table: () => QuantileTable | undefined;
  /** The table, if it has been asked for. */
  readonly built: () => QuantileTable | undefined;
  /** Its closed form, where it has one that is quicker than a table. */
  readonly closed: ClosedForm | undefined;
  /** The quantile function without table or closed form. */
  readonly exact: (p: number) => number;
  /** Replaces uniforms by their quantiles, the same bits as one by one. */
  readonly fill: (column: Float64Array) => void;
}

/**
 * Samples a distribution through a table where its quantile function is slow.
 *
 * @param lookup what looks columns up, shared by the inputs of a model
 * @param given its table, where another thread has built it
 */
export function tabulated(
  distribution: Distribution,
  lookup: Lookup = createLookup(),
  given?: QuantileTable,
): Tabulated {
  const { family, quantile: exact } = distribution;
  const counts = COUNTS.has(family) && distribution.whole === true;
  let built = given;
  const table = once(() => {
    if (counts || EXACT_FAMILIES.has(family)) return undefined;
    return (built ??= buildQuantileTable(exact));
  });
  const closed = closedFormOf(distribution);
  const quantile = once(() => {
    if (closed) return closedQuantile(closed);
    const cells = table();
    if (cells) return tabulatedQuantile(cells, exact);
    return (counts ? countLookup(distribution) : undefined) ?? exact;
  });
  return {
    ...distribution,
    closed,
    exact,
    quantile: (p) => quantile()(p),
    table,
    built: () => built,
    fill: (column) => {
      const cells = table();
      if (cells && column.length >= KERNEL_FROM && lookup(cells, exact, column)) return;
      const one = quantile();
      for (let i = 0; i < column.length; i++) column[i] = one(column[i]!);
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * The quantile function that a table stands for. Never falls beyond rounding; beyond the table, and
 * in cells that hold no polynomial, it is the function itself.
 */
export function tabulatedQuantile(
  { cellBits, cells }: QuantileTable,
  exact: (p: number) => number,
): (p: number) => number {
  const perHalf = cells.length / CELL / 2;
  const inCell = 32 - cellBits;
  const scales = Float64Array.from({ length: OCTAVES + 1 }, (_, k) => 1 << (k + 1 + cellBits));
  return (p) => {
    const upper = p >= 0.5;
    const q = upper ? 1 - p : p;
    const bits = (q * TWO_TO_32) >>> 0;
    const zeros = Math.clz32(bits);
    if (zeros > OCTAVES) return exact(p);
    const within = (bits << (zeros + 1)) >>> inCell;
    const c = CELL * (1 + ((OCTAVES - zeros) << cellBits) + within + (upper ? perHalf : 0));
    const x = q * scales[zeros]! - ((1 << cellBits) + within);
    const polynomial =
      ((((cells[c + 5]! * x + cells[c + 4]!) * x + cells[c + 3]!) * x + cells[c + 2]!) * x +
        cells[c + 1]!) *
        x +
      cells[c]!;
    if (Number.isNaN(polynomial)) return exact(p);
    return polynomial < cells[c + 6]!
      ? cells[c + 6]!
      : polynomial > cells[c + 7]!
        ? cells[c + 7]!
        : polynomial;
  };
}
