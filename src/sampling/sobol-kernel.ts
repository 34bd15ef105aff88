import type { Code } from "../wasm/code.js";
import { type Definition, instantiate } from "../wasm/instantiate.js";
import { f64, i32, i64, local, loop, when } from "../wasm/instructions.js";

/** The directions of 32 bits of an index, and the shift. */
const NUMBERS = 33;
const POINTS = 8 * NUMBERS;

/** Makes consecutive points of a scrambled dimension, the same bits as the plain loop. */
export interface SobolKernel {
  /** Where the directions and the shift go, as `Scrambled.packed` holds them. */
  readonly words: Uint32Array;
  readonly points: Float64Array;
  /** @param first number of the first point, below 2^32 */
  readonly run: (first: number, count: number) => void;
}

/** @param points made in one call at most; undefined where the machine has no vector instructions */
export function sobolKernel(points: number): SobolKernel | undefined {
  const started = instantiate([sobolCode], POINTS + 8 * points);
  if (!started) return undefined;
  const { functions, memory } = started;
  return {
    words: new Uint32Array(memory, 0, 2 * NUMBERS),
    points: new Float64Array(memory, POINTS, points),
    run: (first, count) => void functions["sobol"]!(first, 8 * count),
  };
}

// Parameters and locals.
const INDEX = 0;
const END = 1;
const AT = 2;
const GRAY = 3;
const POINT = 4;

/** The direction of the lowest one bit of a number, into the point. */
function flip(number: number): Code {
  const direction = i64.load(i32.shl(i32.ctz(local.get(number)), i32.const(3)));
  return local.set(POINT, i64.xor(local.get(POINT), direction));
}

const sobolCode: Definition = {
  name: "sobol",
  parameters: ["i32", "i32"],
  results: [],
  locals: ["i32", "i32", "i64"],
  body: [
    local.set(POINT, i64.load(i32.const(8 * (NUMBERS - 1)))),
    local.set(GRAY, xorShifted()),
    when(local.get(GRAY), loop([flip(GRAY), local.set(GRAY, withoutLowest())], local.get(GRAY))),
    loop(
      [
        f64.store(
          local.get(AT),
          f64.sub(
            f64.reinterpret(i64.or(local.get(POINT), i64.const(0x3ff0000000000000n))),
            f64.const(1 - 2 ** -53),
          ),
          POINTS,
        ),
        local.set(INDEX, i32.add(local.get(INDEX), i32.const(1))),
        flip(INDEX),
      ],
      i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(8))), local.get(END)),
    ),
  ],
};

function xorShifted(): Code {
  return i32.xor(local.get(INDEX), i32.shrU(local.get(INDEX), i32.const(1)));
}

function withoutLowest(): Code {
  return i32.and(local.get(GRAY), i32.sub(local.get(GRAY), i32.const(1)));
}
