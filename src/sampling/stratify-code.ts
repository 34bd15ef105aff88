import type { Code } from "../wasm/code.js";
import { compiledOnce } from "../wasm/compiled-once.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i32, i64, local, loop, v128 } from "../wasm/instructions.js";

/** Rounding can take the last stratum up to 1. */
export const LARGEST_BELOW_ONE = 1 - 2 ** -53;

// Both kernels: where they begin and end, and where the other array is.
const AT = 0;
const END = 1;
const OTHER = 2;
const SIZE = 3;

/**
 * Uniforms within strata become uniforms of (0, 1): (stratum + uniform) / size, two at a time.
 * Parameters: addresses of the uniforms' begin and end and of their strata, and the size.
 */
const stratifyCode: Definition = {
  name: "stratify",
  parameters: ["i32", "i32", "i32", "f64"],
  results: [],
  locals: [],
  body: loop(
    [
      v128.store(
        local.get(AT),
        f64x2.pmin(
          f64x2.const(LARGEST_BELOW_ONE),
          f64x2.div(
            f64x2.add(f64x2.convertLow(v128.load(local.get(OTHER))), v128.load(local.get(AT))),
            f64x2.splat(local.get(SIZE)),
          ),
        ),
      ),
      local.set(OTHER, i32.add(local.get(OTHER), i32.const(8))),
    ],
    i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(END)),
  ),
};

// The shuffle: a word for each place from the last one down, 4 bytes each.
const WORD = 0;
const WORDS_END = 1;
const ORDER = 2;
const LAST = 3;
const CHOSEN = 4;
const KEPT = 5;

/**
 * Steps of Durstenfeld's shuffle, as `permutation` makes them.
 * Parameters: addresses of the words' begin and end and of the array, and the place to begin at.
 */
const shuffleCode: Definition = {
  name: "shuffle",
  parameters: ["i32", "i32", "i32", "i32"],
  results: [],
  locals: ["i32", "i32"],
  body: [
    local.set(LAST, i32.add(local.get(ORDER), i32.shl(local.get(LAST), i32.const(2)))),
    loop(
      [
        local.set(CHOSEN, i32.add(local.get(ORDER), i32.shl(chosen(), i32.const(2)))),
        local.set(KEPT, i32.load(local.get(LAST))),
        i32.store(local.get(LAST), i32.load(local.get(CHOSEN))),
        i32.store(local.get(CHOSEN), local.get(KEPT)),
        local.set(LAST, i32.sub(local.get(LAST), i32.const(4))),
      ],
      i32.ltU(local.tee(WORD, i32.add(local.get(WORD), i32.const(4))), local.get(WORDS_END)),
    ),
  ],
};

/** The high word of the product of the random word and the number of places left. */
function chosen(): Code {
  const places = i32.shrU(
    i32.add(i32.sub(local.get(LAST), local.get(ORDER)), i32.const(4)),
    i32.const(2),
  );
  const product = i64.mul(i64.extendU(i32.load(local.get(WORD))), i64.extendU(places));
  return i32.ofLong(i64.shrU(product, i64.const(32n)));
}

/** Starts both, `stratify` and `shuffle`. */
export const startStrata = compiledOnce(() => ({ definitions: [stratifyCode, shuffleCode] }));
