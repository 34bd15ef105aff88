import { HIGH } from "./double-bits.js";
import { sortAscending } from "./sort-ascending.js";

/** Buckets that values are counted in: their counts stay in cache. */
const BUCKETS_MAX = 32_768;
/** With fewer values sorting is as quick. */
const COUNTED_FROM = 4096;
/** Values for each bucket that there may be. */
const VALUES_A_BUCKET = 4;

/**
 * The values of some ranks: what sorting would put there, -0 before 0 and NaN last.
 *
 * Values are counted in buckets of the high words of their bits, between the least and the largest;
 * only buckets that hold a rank asked for are gathered and sorted.
 *
 * @param ranks from 0, ascending, each below `values.length`
 * @returns one value per rank
 */
export function orderStatistics(values: Float64Array, ranks: readonly number[]): Float64Array {
  const keys = values.length < COUNTED_FROM ? undefined : keysOf(values);
  if (!keys) {
    const sorted = sortAscending(values);
    return Float64Array.from(ranks, (rank) => sorted[rank]!);
  }
  const counts = countKeys(keys);
  const buckets = bucketsOf(counts, ranks);
  gather(values, keys, buckets);
  return read(buckets, ranks);
}

// Loops take four values a turn: a turn costs as much as a value.

/** The high words of finite values as signed numbers that order like them, and their range. */
interface Keys {
  readonly words: Int32Array;
  readonly least: number;
  /** Bits of a distance from the least that are left out. */
  readonly shift: number;
  readonly count: number;
}

/** Undefined where a value is not finite: the bits of NaN are in no order. */
function keysOf(values: Float64Array): Keys | undefined {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  let least = 0x7fffffff;
  let largest = -0x80000000;
  let k = HIGH;
  for (; k + 6 < words.length; k += 8) {
    const first = keyOf(words[k]!);
    const second = keyOf(words[k + 2]!);
    const third = keyOf(words[k + 4]!);
    const fourth = keyOf(words[k + 6]!);
    least = Math.min(least, first, second, third, fourth);
    largest = Math.max(largest, first, second, third, fourth);
  }
  for (; k < words.length; k += 2) {
    least = Math.min(least, keyOf(words[k]!));
    largest = Math.max(largest, keyOf(words[k]!));
  }
  if (least <= keyOf(0xfff00000 | 0) || largest >= keyOf(0x7ff00000)) return undefined;
  const range = (largest - least) >>> 0;
  const most = Math.min(BUCKETS_MAX, values.length / VALUES_A_BUCKET);
  const shift = Math.max(0, 32 - Math.clz32(range) - Math.floor(Math.log2(most)));
  return { words, least, shift, count: (range >>> shift) + 1 };
}

/** Negative numbers order backwards by their bits. */
function keyOf(high: number): number {
  return high ^ ((high >> 31) & 0x7fffffff);
}

/** The bucket of a value, by the high word of its bits. */
function bucketOf(high: number, { least, shift }: Keys): number {
  return (keyOf(high) - least) >>> shift;
}

function countKeys(keys: Keys): Uint32Array {
  const { words } = keys;
  const counts = new Uint32Array(keys.count);
  let k = HIGH;
  for (; k + 6 < words.length; k += 8) {
    counts[bucketOf(words[k]!, keys)]!++;
    counts[bucketOf(words[k + 2]!, keys)]!++;
    counts[bucketOf(words[k + 4]!, keys)]!++;
    counts[bucketOf(words[k + 6]!, keys)]!++;
  }
  for (; k < words.length; k += 2) counts[bucketOf(words[k]!, keys)]!++;
  return counts;
}

/** The buckets that hold ranks asked for. */
interface Buckets {
  /** By bucket, one more than its place among them; 0 for any other. */
  readonly places: Uint16Array;
  /** By place: the rank of its first value, and where its values begin. */
  readonly ranks: number[];
  readonly starts: number[];
  readonly gathered: Float64Array;
}

function bucketsOf(counts: Uint32Array, asked: readonly number[]): Buckets {
  const places = new Uint16Array(counts.length);
  const ranks: number[] = [];
  const starts = [0];
  let first = 0;
  let next = 0;
  for (let bucket = 0; next < asked.length; bucket++) {
    const end = first + counts[bucket]!;
    if (asked[next]! < end) {
      places[bucket] = ranks.push(first);
      starts.push(starts.at(-1)! + counts[bucket]!);
    }
    while (next < asked.length && asked[next]! < end) next++;
    first = end;
  }
  return { places, ranks, starts, gathered: new Float64Array(starts.at(-1)!) };
}

function gather(values: Float64Array, keys: Keys, { places, starts, gathered }: Buckets): void {
  const { words } = keys;
  const ends = Uint32Array.from(starts);
  const put = (place: number, k: number): void => {
    if (place !== 0) gathered[ends[place - 1]!++] = values[k >> 1]!;
  };
  let k = HIGH;
  for (; k + 6 < words.length; k += 8) {
    const first = places[bucketOf(words[k]!, keys)]!;
    const second = places[bucketOf(words[k + 2]!, keys)]!;
    const third = places[bucketOf(words[k + 4]!, keys)]!;
    const fourth = places[bucketOf(words[k + 6]!, keys)]!;
    // Hardly any of them is asked for.
    if ((first | second | third | fourth) === 0) continue;
    put(first, k);
    put(second, k + 2);
    put(third, k + 4);
    put(fourth, k + 6);
  }
  for (; k < words.length; k += 2) put(places[bucketOf(words[k]!, keys)]!, k);
}

function read({ ranks, starts, gathered }: Buckets, asked: readonly number[]): Float64Array {
  const found = new Float64Array(asked.length);
  let next = 0;
  for (const [place, first] of ranks.entries()) {
    const sorted = sortAscending(gathered.subarray(starts[place]!, starts[place + 1]!));
    for (; next < asked.length && asked[next]! - first < sorted.length; next++) {
      found[next] = sorted[asked[next]! - first]!;
    }
  }
  return found;
}
