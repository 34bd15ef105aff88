import { sortAscending } from "./sort-ascending.js";

/** Buckets that values are counted in: their counts stay in cache. */
const BUCKETS_MAX = 32_768;
/** Which of a double's two words holds its sign. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0]!;
/** With fewer values sorting is as quick. */
const COUNTED_FROM = 4096;

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
  for (let k = HIGH; k < words.length; k += 2) {
    const key = keyOf(words[k]!);
    if (key < least) least = key;
    if (key > largest) largest = key;
  }
  if (least <= keyOf(0xfff00000 | 0) || largest >= keyOf(0x7ff00000)) return undefined;
  const range = (largest - least) >>> 0;
  const shift = Math.max(0, 32 - Math.clz32(range) - Math.log2(BUCKETS_MAX));
  return { words, least, shift, count: (range >>> shift) + 1 };
}

/** Negative numbers order backwards by their bits. */
function keyOf(high: number): number {
  return high ^ ((high >> 31) & 0x7fffffff);
}

function countKeys({ words, least, shift, count }: Keys): Uint32Array {
  const counts = new Uint32Array(count);
  for (let k = HIGH; k < words.length; k += 2) counts[(keyOf(words[k]!) - least) >>> shift]!++;
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

function gather(
  values: Float64Array,
  { words, least, shift }: Keys,
  { places, starts, gathered }: Buckets,
): void {
  const ends = Uint32Array.from(starts);
  for (let k = HIGH; k < words.length; k += 2) {
    const place = places[(keyOf(words[k]!) - least) >>> shift]!;
    if (place !== 0) gathered[ends[place - 1]!++] = values[k >> 1]!;
  }
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
