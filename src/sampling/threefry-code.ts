import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i32, i32x4, i64x2, local, loop, v128 } from "../wasm/instructions.js";
import { KEY_PARITY, ROTATIONS_0, ROTATIONS_1, ROUNDS } from "./threefry.js";

/** Blocks of the generator that are made side by side, four words each. */
const LANES = 4;
const WORDS = [0, 1, 2, 3] as const;
/** Groups of so many that are made in turn: steps of one fill the time that those of the other take. */
const GROUPS = [0, 1] as const;
const GROUP_BYTES = 16 * LANES;

// Parameters of a kernel: key, first counter, and the addresses where its output begins and ends.
const KEY = 0;
const COUNTER = 4;
const AT = 8;
const END = 9;
// Vectors: the extended key, its last words with the number of the injection added, and the state.
const SCHEDULE = 10;
const LAST = 15;
/** The words of each group's blocks. */
const X = [18, 22] as const;
/** What the first two rounds make of the words that all blocks have in common. */
const START = 26;
const FIRST = 27;
const SECOND = 28;
const THIRD = 29;
const FOURTH = 30;
const PAIR = 31;
const INJECTIONS = [1, 2, 3] as const;

/** Uniforms of consecutive blocks, two a block; writes whole groups. */
export const uniformsCode = (): Definition => kernel("uniforms", storeUniforms);

/** Words of consecutive blocks, four a block; writes whole groups. */
export const wordsCode = (): Definition => kernel("words", storeWords);

/**
 * Threefry-4x32 in four lanes.
 *
 * @param store writes 32 bytes from the words of two of a group's blocks
 */
function kernel(name: string, store: Store): Definition {
  const rounds = Array.from({ length: ROUNDS - 2 }, (_, k) => inTurn((x) => roundCode(x, k + 2)));
  const stores = GROUPS.map((group) => [
    store(X[group], i32x4.zipLow, GROUP_BYTES * group),
    store(X[group], i32x4.zipHigh, GROUP_BYTES * group + 32),
  ]);
  const next = local.set(AT, i32.add(local.get(AT), i32.const(GROUP_BYTES * GROUPS.length)));
  return {
    name,
    parameters: Array.from({ length: 10 }, () => "i32" as const),
    results: [],
    locals: Array.from({ length: PAIR + 2 - SCHEDULE }, () => "v128" as const),
    body: [
      keySchedule(),
      sharedRounds(),
      loop(
        [GROUPS.map((group) => ownRounds(X[group])), rounds, stores, next],
        i32.ltU(local.get(AT), local.get(END)),
      ),
    ],
  };
}

/** Steps of all groups, the first of each, then the second of each. */
function inTurn(steps: (x: number) => readonly Code[]): Code {
  const [one, other] = GROUPS.map((group) => steps(X[group]));
  return one!.map((step, k) => [step, other![k]!]);
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
  const [x] = X;
  const keyed = (k: number): Code =>
    i32x4.add(i32x4.splat(local.get(COUNTER + k)), local.get(SCHEDULE + k));
  return [
    [1, 2, 3].map((k) => local.set(x + k, keyed(k))),
    local.set(START, i32x4.add(i32x4.add(keyed(0), i32x4.const(WORDS)), local.get(x + 1))),
    local.set(FIRST, rotated(local.get(x + 1), ROTATIONS_0[0])),
    mix(x + 2, x + 3, ROTATIONS_1[0]),
    local.set(SECOND, local.get(x + 2)),
    local.set(THIRD, local.get(x + 3)),
    local.set(FOURTH, rotated(local.get(x + 3), ROTATIONS_0[1])),
  ];
}

/** The rest of a group's first two rounds. */
function ownRounds(x: number): Code {
  return [
    local.set(x + 1, v128.xor(local.get(FIRST), local.get(START))),
    local.set(x, i32x4.add(local.get(START), local.get(THIRD))),
    local.set(x + 3, v128.xor(local.get(FOURTH), local.get(x))),
    local.set(x + 2, local.get(SECOND)),
    mix(x + 2, x + 1, ROTATIONS_1[1]),
    local.set(START, i32x4.add(local.get(START), i32x4.const([LANES, LANES, LANES, LANES]))),
  ];
}

/** One round, and the key after every fourth. */
function roundCode(x: number, round: number): readonly Code[] {
  const [a, b] = round % 2 === 0 ? [1, 3] : [3, 1];
  const mixed = [
    mix(x, x + a!, ROTATIONS_0[round & 7]!),
    mix(x + 2, x + b!, ROTATIONS_1[round & 7]!),
  ];
  if ((round & 3) !== 3) return mixed;
  const injection = (round + 1) >> 2;
  const inject = [0, 1, 2].map((k) => add(x + k, local.get(scheduleOf(injection, k))));
  return [...mixed, ...inject, add(x + 3, local.get(LAST + injection - 1))];
}

function scheduleOf(injection: number, word: number): number {
  return SCHEDULE + ((injection + word) % 5);
}

/** x += y; y = y rotated, xor x. */
function mix(x: number, y: number, rotation: number): Code {
  const old = local.get(y);
  return [add(x, old), local.set(y, v128.xor(rotated(old, rotation), local.get(x)))];
}

function rotated(word: Code, by: number): Code {
  return v128.or(i32x4.shl(word, by), i32x4.shrU(word, 32 - by));
}

function add(target: number, value: Code): Code {
  return local.set(target, i32x4.add(local.get(target), value));
}

/**
 * @param x the first of a group's words
 * @param zip the words of two of its blocks that two vectors hold, as low and high halves
 * @param offset from where the groups' numbers go
 */
type Store = (x: number, zip: (low: Code, high: Code) => Code, offset: number) => Code;

/** Uniforms: 52 bits below the exponent of 1, less 1 - 2^-53. */
function storeUniforms(...[x, zip, offset]: Parameters<Store>): Code {
  const uniform = (word: number): Code => {
    const bits = i64x2.shrU(zip(local.get(word + 1), local.get(word)), 12);
    return f64x2.sub(v128.or(bits, f64x2.const(1)), f64x2.const(1 - 2 ** -53));
  };
  return storeBlocks(uniform(x), uniform(x + 2), offset);
}

/** Words, those of one block together. */
function storeWords(...[x, zip, offset]: Parameters<Store>): Code {
  const words = (word: number): Code => zip(local.get(word), local.get(word + 1));
  return storeBlocks(words(x), words(x + 2), offset);
}

/** What is made of the first half of two blocks, and of the second: one block, then the other. */
function storeBlocks(first: Code, second: Code, offset: number): Code {
  return [
    local.set(PAIR, first),
    local.set(PAIR + 1, second),
    v128.store(local.get(AT), f64x2.zipLow(local.get(PAIR), local.get(PAIR + 1)), offset),
    v128.store(local.get(AT), f64x2.zipHigh(local.get(PAIR), local.get(PAIR + 1)), offset + 16),
  ];
}
