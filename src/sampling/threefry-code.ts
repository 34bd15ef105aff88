import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/instantiate.js";
import { f64x2, i32, i32x4, i64x2, local, loop, v128 } from "../wasm/instructions.js";
import { KEY_PARITY, ROTATIONS_0, ROTATIONS_1, ROUNDS } from "./threefry.js";

/** Blocks of the generator that are made side by side, four words each. */
const LANES = 4;
const WORDS = [0, 1, 2, 3] as const;

// Parameters of a kernel: key, first counter, and the addresses where its output begins and ends.
const KEY = 0;
const COUNTER = 4;
const AT = 8;
const END = 9;
// Vectors: the extended key, its last words with the number of the injection added, and the state.
const SCHEDULE = 10;
const LAST = 15;
const X = 18;
/** What the first two rounds make of the words that all blocks have in common. */
const START = 22;
const FIRST = 23;
const SECOND = 24;
const THIRD = 25;
const FOURTH = 26;
const PAIR = 27;
const INJECTIONS = [1, 2, 3] as const;

/** Uniforms of consecutive blocks, two a block; writes whole groups of four blocks. */
export const uniformsCode: Definition = kernel("uniforms", [
  storeUniforms(i32x4.zipLow, 0),
  storeUniforms(i32x4.zipHigh, 32),
]);

/** Words of consecutive blocks, four a block; writes whole groups of four blocks. */
export const wordsCode: Definition = kernel("words", [
  storeWords(i32x4.zipLow, 0),
  storeWords(i32x4.zipHigh, 32),
]);

/**
 * Threefry-4x32 in four lanes.
 *
 * @param store writes 64 bytes from the words of four blocks
 */
function kernel(name: string, store: Code): Definition {
  const rounds = Array.from({ length: ROUNDS - 2 }, (_, k) => roundCode(k + 2));
  const next = local.set(START, i32x4.add(local.get(START), i32x4.splat(i32.const(LANES))));
  const isLeft = i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(64))), local.get(END));
  return {
    name,
    parameters: Array.from({ length: 10 }, () => "i32" as const),
    results: [],
    locals: Array.from({ length: PAIR + 2 - SCHEDULE }, () => "v128" as const),
    body: [keySchedule(), sharedRounds(), loop([ownRounds(), rounds, store, next], isLeft)],
  };
}

function keySchedule(): Code {
  return [
    WORDS.map((k) => local.set(SCHEDULE + k, i32x4.splat(local.get(KEY + k)))),
    local.set(
      SCHEDULE + 4,
      WORDS.reduce(
        (parity: Code, k) => v128.xor(parity, local.get(SCHEDULE + k)),
        i32x4.splat(i32.const(KEY_PARITY)),
      ),
    ),
    INJECTIONS.map((injection) =>
      local.set(
        LAST + injection - 1,
        i32x4.add(local.get(scheduleOf(injection, 3)), i32x4.splat(i32.const(injection))),
      ),
    ),
  ];
}

/** Blocks differ in the first word of their counters only: what the others go through is made once. */
function sharedRounds(): Code {
  const keyed = (k: number): Code =>
    i32x4.add(i32x4.splat(local.get(COUNTER + k)), local.get(SCHEDULE + k));
  return [
    [1, 2, 3].map((k) => local.set(X + k, keyed(k))),
    local.set(START, i32x4.add(i32x4.add(keyed(0), i32x4.const(WORDS)), local.get(X + 1))),
    local.set(FIRST, rotated(local.get(X + 1), ROTATIONS_0[0])),
    mix(2, 3, ROTATIONS_1[0]),
    local.set(SECOND, local.get(X + 2)),
    local.set(THIRD, local.get(X + 3)),
    local.set(FOURTH, rotated(local.get(X + 3), ROTATIONS_0[1])),
  ];
}

/** The rest of the first two rounds. */
function ownRounds(): Code {
  return [
    local.set(X + 1, v128.xor(local.get(FIRST), local.get(START))),
    local.set(X, i32x4.add(local.get(START), local.get(THIRD))),
    local.set(X + 3, v128.xor(local.get(FOURTH), local.get(X))),
    local.set(X + 2, local.get(SECOND)),
    mix(2, 1, ROTATIONS_1[1]),
  ];
}

/** One round, and the key after every fourth. */
function roundCode(round: number): Code {
  const [a, b] = round % 2 === 0 ? [1, 3] : [3, 1];
  const mixed = [mix(0, a!, ROTATIONS_0[round & 7]!), mix(2, b!, ROTATIONS_1[round & 7]!)];
  if ((round & 3) !== 3) return mixed;
  const injection = (round + 1) >> 2;
  const inject = [0, 1, 2].map((k) => add(X + k, local.get(scheduleOf(injection, k))));
  return [mixed, inject, add(X + 3, local.get(LAST + injection - 1))];
}

function scheduleOf(injection: number, word: number): number {
  return SCHEDULE + ((injection + word) % 5);
}

/** x += y; y = y rotated, xor x. */
function mix(x: number, y: number, rotation: number): Code {
  const old = local.get(X + y);
  return [add(X + x, old), local.set(X + y, v128.xor(rotated(old, rotation), local.get(X + x)))];
}

function rotated(word: Code, by: number): Code {
  return v128.or(i32x4.shl(word, by), i32x4.shrU(word, 32 - by));
}

function add(target: number, value: Code): Code {
  return local.set(target, i32x4.add(local.get(target), value));
}

/**
 * Uniforms of two of the four blocks: 52 bits below the exponent of 1, less 1 - 2^-53.
 *
 * @param zip the words of the two blocks that two vectors hold, as low and high halves
 */
function storeUniforms(zip: (low: Code, high: Code) => Code, offset: number): Code {
  const uniform = (word: number): Code => {
    const bits = i64x2.shrU(zip(local.get(X + word + 1), local.get(X + word)), 12);
    return f64x2.sub(v128.or(bits, f64x2.const(1)), f64x2.const(1 - 2 ** -53));
  };
  // The first and the second uniform of one block, then those of the other.
  return [
    local.set(PAIR, uniform(0)),
    local.set(PAIR + 1, uniform(2)),
    v128.store(local.get(AT), f64x2.zipLow(local.get(PAIR), local.get(PAIR + 1)), offset),
    v128.store(local.get(AT), f64x2.zipHigh(local.get(PAIR), local.get(PAIR + 1)), offset + 16),
  ];
}

/** The words of two of the four blocks, those of one block together. */
function storeWords(zip: (low: Code, high: Code) => Code, offset: number): Code {
  return [
    local.set(PAIR, zip(local.get(X), local.get(X + 1))),
    local.set(PAIR + 1, zip(local.get(X + 2), local.get(X + 3))),
    v128.store(local.get(AT), f64x2.zipLow(local.get(PAIR), local.get(PAIR + 1)), offset),
    v128.store(local.get(AT), f64x2.zipHigh(local.get(PAIR), local.get(PAIR + 1)), offset + 16),
  ];
}
