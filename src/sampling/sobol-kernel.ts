import { compiledOnce } from "../wasm/compiled-once.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i32, i64x2, local, loop, v128, when } from "../wasm/instructions.js";
import type { Memory } from "../wasm/memory.js";
import type { Scrambled } from "./scramble.js";

/** The shift, the directions of 32 bits of an index, and those of pairs. */
const NUMBERS = 1 + 32 + 32;
/** Bytes a kernel needs for itself. */
export const SOBOL_BYTES = 8 * NUMBERS;

/**
 * Makes consecutive points of a scrambled dimension, the same bits as the plain loop: in pairs from an
 * even one on, so that numbers just before and after those asked for are written as well.
 *
 * @param first number of the first point, below 2^32
 * @param column in the kernel's memory
 */
export type SobolKernel = (scrambled: Scrambled, first: number, column: Float64Array) => void;

const startSobol = compiledOnce(() => ({ definitions: [sobolCode] }));

/**
 * @param scratch address of `SOBOL_BYTES` of memory
 * @returns undefined where the machine has no vector instructions
 */
export function sobolKernel(memory: Memory, scratch: number): SobolKernel | undefined {
  const sobol = startSobol(memory)?.["sobol"];
  if (!sobol) return undefined;
  const words = new Uint32Array(memory.buffer, scratch, 2 * NUMBERS);
  return (scrambled, first, column) => {
    words.set(scrambled.packed);
    const odd = first % 2;
    const at = column.byteOffset;
    sobol(first - odd, at - 8 * odd, at + 8 * column.length, scratch);
  };
}

// Parameters and locals.
const INDEX = 0;
const AT = 1;
const END = 2;
const NUMBERS_AT = 3;
const GRAY = 4;
const POINTS = 5;

const DIRECTIONS = 8;
const OF_PAIRS = 8 + 8 * 32;

/**
 * Two consecutive points, of which the first is even, differ by the first direction; the next two
 * differ from them by the first direction and one more, which are kept as one number.
 */
const sobolCode: Definition = {
  name: "sobol",
  parameters: ["i32", "i32", "i32", "i32"],
  results: [],
  locals: ["i32", "v128"],
  body: [
    local.set(
      POINTS,
      v128.xor(
        v128.loadSplat64(local.get(NUMBERS_AT)),
        v128.and(v128.loadSplat64(local.get(NUMBERS_AT), DIRECTIONS), i64x2.ofTwo(0n, -1n)),
      ),
    ),
    local.set(GRAY, i32.xor(local.get(INDEX), i32.shrU(local.get(INDEX), i32.const(1)))),
    when(
      local.get(GRAY),
      loop(
        [
          flip(GRAY, DIRECTIONS),
          local.set(GRAY, i32.and(local.get(GRAY), i32.sub(local.get(GRAY), i32.const(1)))),
        ],
        local.get(GRAY),
      ),
    ),
    loop(
      [
        v128.store(
          local.get(AT),
          f64x2.sub(v128.or(local.get(POINTS), f64x2.const(1)), f64x2.const(1 - 2 ** -53)),
        ),
        local.set(INDEX, i32.add(local.get(INDEX), i32.const(2))),
        flip(INDEX, OF_PAIRS),
      ],
      i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(END)),
    ),
  ],
};

/** Both points by the number that belongs to the lowest one bit of a local. */
function flip(number: number, table: number) {
  const place = i32.add(local.get(NUMBERS_AT), i32.shl(i32.ctz(local.get(number)), i32.const(3)));
  return local.set(POINTS, v128.xor(local.get(POINTS), v128.loadSplat64(place, table)));
}
