import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/instantiate.js";
import { f64x2, i32, i32x4, i64x2, local, loop, v128 } from "../wasm/instructions.js";
import { KEY_PARITY, ROTATIONS_0, ROTATIONS_1, ROUNDS } from "./threefry.js";

/** Blocks of the generator that are made side by side, four words each. */
const LANES = 4;

// Parameters and locals of a kernel: key, counter and end; then its place and the vectors.
const KEY = 0;
const COUNTER = 4;
const END = 8;
const AT = 9;
const SCHEDULE = 10;
const X = 15;
const BLOCKS = 19;
const PAIR = 20;

/** Uniforms of consecutive blocks, two a block. */
export const uniformsCode: Definition = kernel("uniforms", [
  storeUniforms(i64x2.extendLow, 0),
  storeUniforms(i64x2.extendHigh, 32),
]);

/** Words of consecutive blocks: of four blocks first all first words, then all second ones, ... */
export const wordsCode: Definition = kernel(
  "words",
  [0, 1, 2, 3].map((k) => v128.store(local.get(AT), local.get(X + k), 16 * k)),
);

/**
 * Threefry-4x32 in four lanes.
 *
 * @param store writes 64 bytes from the words of four blocks
 */
function kernel(name: string, store: Code): Definition {
  const words = [0, 1, 2, 3];
  const setUp: Code = [
    words.map((k) => local.set(SCHEDULE + k, i32x4.splat(local.get(KEY + k)))),
    local.set(
      SCHEDULE + 4,
      words.reduce(
        (parity: Code, k) => v128.xor(parity, local.get(SCHEDULE + k)),
        i32x4.splat(i32.const(KEY_PARITY)),
      ),
    ),
    local.set(BLOCKS, i32x4.add(i32x4.splat(local.get(COUNTER)), i32x4.const(words))),
  ];
  const block: Code = [
    local.set(X, i32x4.add(local.get(BLOCKS), local.get(SCHEDULE))),
    [1, 2, 3].map((k) =>
      local.set(X + k, i32x4.add(i32x4.splat(local.get(COUNTER + k)), local.get(SCHEDULE + k))),
    ),
    Array.from({ length: ROUNDS }, (_, round) => roundCode(round)),
  ];
  const next = local.set(BLOCKS, i32x4.add(local.get(BLOCKS), i32x4.splat(i32.const(LANES))));
  const isLeft = i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(64))), local.get(END));
  return {
    name,
    parameters: Array.from({ length: 9 }, () => "i32" as const),
    results: [],
    locals: ["i32", ...Array.from({ length: 12 }, () => "v128" as const)],
    body: [setUp, loop([block, store, next], isLeft)],
  };
}

/** One round, and the key after every fourth. */
function roundCode(round: number): Code {
  const [a, b] = round % 2 === 0 ? [1, 3] : [3, 1];
  const mixed = [mix(0, a!, ROTATIONS_0[round & 7]!), mix(2, b!, ROTATIONS_1[round & 7]!)];
  if ((round & 3) !== 3) return mixed;
  const injection = (round + 1) >> 2;
  const inject = [0, 1, 2, 3].map((k) => add(X + k, local.get(SCHEDULE + ((injection + k) % 5))));
  return [mixed, inject, add(X + 3, i32x4.splat(i32.const(injection)))];
}

/** x += y; y = y rotated, xor x. */
function mix(x: number, y: number, rotation: number): Code {
  const old = local.get(X + y);
  const rotated = v128.or(i32x4.shl(old, rotation), i32x4.shrU(old, 32 - rotation));
  return [add(X + x, old), local.set(X + y, v128.xor(rotated, local.get(X + x)))];
}

function add(target: number, value: Code): Code {
  return local.set(target, i32x4.add(local.get(target), value));
}

/** Uniforms of two of the four blocks: 52 bits below the exponent of 1, less 1 - 2^-53. */
function storeUniforms(extend: (operand: Code) => Code, offset: number): Code {
  const uniform = (word: number): Code => {
    const high = i64x2.shl(extend(local.get(X + word)), 20);
    const low = i64x2.shrU(extend(local.get(X + word + 1)), 12);
    return f64x2.sub(v128.or(v128.or(high, low), f64x2.const(1)), f64x2.const(1 - 2 ** -53));
  };
  // The first and the second uniform of one block, then those of the other.
  const ofBlock = (block: number): Code =>
    v128.shuffle(
      local.get(PAIR),
      local.get(PAIR + 1),
      [0, 16].flatMap((from) => Array.from({ length: 8 }, (_, k) => from + 8 * block + k)),
    );
  return [
    local.set(PAIR, uniform(0)),
    local.set(PAIR + 1, uniform(2)),
    v128.store(local.get(AT), ofBlock(0), offset),
    v128.store(local.get(AT), ofBlock(1), offset + 16),
  ];
}
