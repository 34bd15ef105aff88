import { HIGH } from "../numeric/double-bits.js";

/** Buckets to a power of two: the sign, the exponent and the first 12 bits after it name a bucket. */
const BUCKETS = 4096;
const MANTISSA_BITS = 8;
/** Names of pages: a sign and an exponent. */
const PAGES = 4096;
const NEGATIVE = 2048;
const INFINITE = 2047;

/** Counts of values of one sign and exponent, by bucket, from zero outward. */
export interface Page {
  /** The first 12 bits of its values. */
  readonly name: number;
  /** Values in all its buckets. */
  readonly count: number;
  readonly counts: Uint32Array | Float64Array;
}

/**
 * How often values of a stream fall into buckets a 4096th part of a power of two wide, from which
 * quantiles follow. Counts add up, so that sketches merge in any order to the same sketch.
 *
 * A quantile lies within its bucket: its relative error is below 2^-12 (0.025%), far less where values
 * are dense. Its rank is off by no more than the share of values in that bucket.
 *
 * Source: the log-linear buckets of Gil Tene's HdrHistogram, taken from the bits of a double.
 */
export interface Sketch {
  /** Values so far, those that are not numbers included. */
  readonly count: number;
  /** Values that are not numbers; they count as above every number. */
  readonly unknown: number;
  /** Those that hold values, from the lowest up. */
  readonly pages: readonly Page[];
}

/** A sketch that is being filled, with fewer than 2^32 values. */
export interface SketchBuilder {
  readonly add: (values: Float64Array) => void;
  readonly sketch: () => Sketch;
}

/** Begins an empty sketch. */
export function createSketch(): SketchBuilder {
  const pages: (Uint32Array | undefined)[] = Array.from({ length: PAGES }, () => undefined);
  let count = 0;
  let unknown = 0;
  return {
    add: (values) => {
      count += values.length;
      unknown += countInto(pages, values);
    },
    sketch: () => ({ count, unknown, pages: ascending(pages) }),
  };
}

/** The sketch of all values of some sketches, however many. */
export function mergedSketch(sketches: readonly Sketch[]): Sketch {
  const pages: (Float64Array | undefined)[] = Array.from({ length: PAGES }, () => undefined);
  for (const { name, counts } of sketches.flatMap((sketch) => sketch.pages)) {
    const page = (pages[name] ??= new Float64Array(BUCKETS));
    for (let k = 0; k < BUCKETS; k++) page[k]! += counts[k]!;
  }
  return {
    count: sketches.reduce((sum, { count }) => sum + count, 0),
    unknown: sketches.reduce((sum, { unknown }) => sum + unknown, 0),
    pages: ascending(pages),
  };
}

/** Counts values by the high words of their bits; returns how many are no numbers. */
function countInto(pages: (Uint32Array | undefined)[], values: Float64Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  let unknown = 0;
  for (let k = HIGH; k < words.length; k += 2) {
    const word = words[k]!;
    const name = word >>> 20;
    if ((name & INFINITE) === INFINITE && Number.isNaN(values[k >> 1]!)) {
      unknown++;
      continue;
    }
    const page = (pages[name] ??= new Uint32Array(BUCKETS));
    page[(word >>> MANTISSA_BITS) & (BUCKETS - 1)]!++;
  }
  return unknown;
}

function ascending(pages: readonly (Page["counts"] | undefined)[]): readonly Page[] {
  const filled = pages.flatMap((counts, name) =>
    counts ? [{ name, count: sumOf(counts), counts }] : [],
  );
  const first = filled.findIndex(({ name }) => name >= NEGATIVE);
  if (first < 0) return filled;
  return [...filled.slice(first).reverse(), ...filled.slice(0, first)];
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++) sum += counts[k]!;
  return sum;
}

/** Some values that lie beside each other: how many, and between which bounds. */
export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The buckets that hold values, from the lowest up. */
export function* bucketsOf({ pages }: Sketch): Generator<Bucket> {
  for (const page of pages) yield* bucketsOfPage(page);
}

function* bucketsOfPage({ name, counts }: Page): Generator<Bucket> {
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  for (let step = 0; step < BUCKETS; step++) {
    const k = name < NEGATIVE ? step : BUCKETS - 1 - step;
    const count = counts[k]!;
    if (count === 0) continue;
    const near = edge(bits, words, name & INFINITE, k);
    const far = edge(bits, words, name & INFINITE, k + 1);
    yield name < NEGATIVE ? { low: near, high: far, count } : { low: -far, high: -near, count };
  }
}

/** The bound toward zero of a bucket of positive numbers, which is the number of its bits. */
function edge(bits: Float64Array, words: Int32Array, exponent: number, bucket: number): number {
  if (exponent === INFINITE) return Infinity;
  words[1] = (exponent << 20) + (bucket << MANTISSA_BITS);
  return Math.min(bits[0]!, Number.MAX_VALUE);
}

/**
 * Quantiles (Hyndman & Fan's type 7) for ascending shares, with values spread evenly within a bucket;
 * NaN where the quantile is a value that is no number.
 */
export function quantilesOf(sketch: Sketch, shares: readonly number[]): readonly number[] {
  const { pages, count } = sketch;
  const results: number[] = [];
  let below = 0;
  let k = 0;
  for (const share of shares) {
    const position = (count - 1) * share;
    for (; k < pages.length && below + pages[k]!.count <= position; k++) below += pages[k]!.count;
    results.push(k < pages.length ? valueAt(pages[k]!, position - below) : NaN);
  }
  return results;
}

/** @param position place among the values of the page, from 0 and below their count */
function valueAt(page: Page, position: number): number {
  let below = 0;
  for (const { low, high, count } of bucketsOfPage(page)) {
    if (below + count > position) {
      const within = Math.min(1, (position - below + 0.5) / count);
      return low === high || !Number.isFinite(high - low) ? low : low + within * (high - low);
    }
    below += count;
  }
  throw new RangeError(`a page of ${page.count} values has none at ${position}`);
}
