/** Buckets to a power of two: the sign, the exponent and the first 12 bits after it name a bucket. */
const BUCKETS = 4096;
const MANTISSA_BITS = 8;
/** Names of pages: a sign and an exponent. */
const PAGES = 4096;
const NEGATIVE = 2048;
const INFINITE = 2047;

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
  /** By sign and exponent: counts by bucket. */
  readonly pages: readonly (Float64Array | undefined)[];
}

/** A sketch that is being filled. */
export interface SketchBuilder {
  readonly add: (values: Float64Array) => void;
  readonly merge: (other: Sketch) => void;
  readonly sketch: () => Sketch;
}

/** Begins an empty sketch. */
export function createSketch(): SketchBuilder {
  const pages: (Float64Array | undefined)[] = Array.from({ length: PAGES }, () => undefined);
  let count = 0;
  let unknown = 0;
  return {
    add: (values) => {
      const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
      count += values.length;
      for (let i = 0; i < values.length; i++) {
        const word = words[2 * i + 1]!;
        const name = word >>> 20;
        if ((name & INFINITE) === INFINITE && values[i]! !== values[i]!) {
          unknown++;
          continue;
        }
        const page = (pages[name] ??= new Float64Array(BUCKETS));
        page[(word >>> MANTISSA_BITS) & (BUCKETS - 1)]!++;
      }
    },
    merge: (other) => {
      count += other.count;
      unknown += other.unknown;
      for (const [name, added] of other.pages.entries()) {
        if (!added) continue;
        const page = (pages[name] ??= new Float64Array(BUCKETS));
        for (let k = 0; k < BUCKETS; k++) page[k]! += added[k]!;
      }
    },
    sketch: () => ({ count, unknown, pages }),
  };
}

/** Some values that lie beside each other: how many, and between which bounds. */
export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The buckets that hold values, from the lowest up. */
export function* bucketsOf({ pages }: Sketch): Generator<Bucket> {
  for (let name = PAGES - 1; name >= NEGATIVE; name--) {
    const page = pages[name];
    if (!page) continue;
    for (let k = BUCKETS - 1; k >= 0; k--) {
      if (page[k]! > 0) {
        yield {
          low: -edge(name - NEGATIVE, k + 1),
          high: -edge(name - NEGATIVE, k),
          count: page[k]!,
        };
      }
    }
  }
  for (let name = 0; name < NEGATIVE; name++) {
    const page = pages[name];
    if (!page) continue;
    for (let k = 0; k < BUCKETS; k++) {
      if (page[k]! > 0) yield { low: edge(name, k), high: edge(name, k + 1), count: page[k]! };
    }
  }
}

/** The lower bound of a bucket of positive numbers. */
function edge(exponent: number, bucket: number): number {
  if (exponent >= INFINITE) return Infinity;
  const scaled = exponent === 0 ? bucket / BUCKETS : 1 + bucket / BUCKETS;
  const power = Math.max(exponent, 1) - 1023;
  // In two steps, since the smallest power is no normal number.
  const half = Math.trunc(power / 2);
  return Math.min(scaled * twoTo(half) * twoTo(power - half), Number.MAX_VALUE);
}

function twoTo(power: number): number {
  const words = new Uint32Array([0, (power + 1023) << 20]);
  return new Float64Array(words.buffer)[0]!;
}

/**
 * Quantiles (Hyndman & Fan's type 7) for ascending shares, with values spread evenly within a bucket;
 * NaN where the quantile is a value that is no number.
 */
export function quantilesOf(sketch: Sketch, shares: readonly number[]): readonly number[] {
  const results: number[] = [];
  const buckets = bucketsOf(sketch);
  let below = 0;
  let bucket = buckets.next();
  for (const share of shares) {
    const position = (sketch.count - 1) * share;
    while (!bucket.done && below + bucket.value.count <= position) {
      below += bucket.value.count;
      bucket = buckets.next();
    }
    if (bucket.done) results.push(NaN);
    else {
      const { low, high, count } = bucket.value;
      const within = Math.min(1, (position - below + 0.5) / count);
      results.push(
        low === high || !Number.isFinite(high - low) ? low : low + within * (high - low),
      );
    }
  }
  return results;
}
