import type { Ordered } from "../numeric/sort-ascending.js";
import { type SortedColumn, sortedColumn } from "../statistics/percentile.js";
import { INPUTS_A_WORD, type Tenths } from "./tenths.js";

const BITS = 2 * INPUTS_A_WORD;

/** An output's values where an input is in its lowest, and where it is in its highest tenth. */
export interface SortedTenths {
  readonly low: SortedColumn;
  readonly high: SortedColumn;
}

/**
 * An output's values in the tenths of inputs, sorted without sorting: dealt out of all its values in
 * their order, to many inputs at once, so that a draw is looked up once for all of them.
 *
 * @param inputs places of those that are wanted
 * @returns one for each of them, in their order
 */
export function sortedTenths(
  ordered: Ordered,
  tenths: Tenths,
  inputs: readonly number[],
): readonly SortedTenths[] {
  const wordOf = (input: number): number => Math.floor(input / INPUTS_A_WORD);
  const dealt = tenths.words.map((_, word) => {
    const some = inputs.filter((input) => wordOf(input) === word);
    const room = roomFor(tenths, word, some);
    deal(ordered, tenths, word, room);
    return room;
  });
  return inputs.map((input) => {
    const room = dealt[wordOf(input)]!;
    const bit = 2 * (input % INPUTS_A_WORD);
    return { low: columnOf(room, bit, tenths), high: columnOf(room, bit + 1, tenths) };
  });
}

/** Where the values of the bits of one word go. */
interface Room {
  /** The bits that are wanted. */
  readonly wanted: number;
  /** By bit, then by replicate: where its values begin and, at the next place, end. */
  readonly starts: Uint32Array;
  /** By bit, in ascending order. */
  readonly wholes: Float64Array;
  /** By bit and replicate, in ascending order. */
  readonly parts: Float64Array;
}

function roomFor({ sizes, replicates }: Tenths, word: number, inputs: readonly number[]): Room {
  const wanted = inputs.reduce((bits, input) => bits | (3 << (2 * (input % INPUTS_A_WORD))), 0);
  const starts = new Uint32Array(BITS * replicates + 1);
  for (let k = 0; k < BITS * replicates; k++) {
    const isWanted = (wanted >>> Math.floor(k / replicates)) & 1;
    starts[k + 1] = starts[k]! + isWanted * (sizes[word * BITS * replicates + k] ?? 0);
  }
  const total = starts.at(-1)!;
  return { wanted, starts, wholes: new Float64Array(total), parts: new Float64Array(total) };
}

function deal(
  { sorted, order }: Ordered,
  { words, replicateOf, replicates }: Tenths,
  word: number,
  { wanted, starts, wholes, parts }: Room,
): void {
  const marks = words[word]!;
  const partNext = starts.slice();
  const wholeNext = Uint32Array.from({ length: BITS }, (_, bit) => starts[bit * replicates]!);
  for (let k = 0; k < order.length; k++) {
    const draw = order[k]!;
    const value = sorted[k]!;
    const replicate = replicateOf[draw]!;
    let left = marks[draw]! & wanted;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left);
      left ^= 1 << bit;
      wholes[wholeNext[bit]!++] = value;
      parts[partNext[bit * replicates + replicate]!++] = value;
    }
  }
}

function columnOf(
  { starts, wholes, parts }: Room,
  bit: number,
  { replicates, replicated }: Tenths,
): SortedColumn {
  const first = bit * replicates;
  const whole = wholes.subarray(starts[first]!, starts[first + replicates]!);
  if (!replicated) return sortedColumn(whole);
  const each = Array.from({ length: replicates }, (_, r) =>
    parts.subarray(starts[first + r]!, starts[first + r + 1]!),
  );
  return sortedColumn(
    whole,
    each.filter(({ length }) => length > 0),
  );
}
