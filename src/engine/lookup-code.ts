import type { Code } from "../wasm/code.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i32, i32x4, i64x2, local, loop, select, v128, when } from "../wasm/instructions.js";
import { CELL, LOWEST_BITS, OCTAVES } from "./quantile-table.js";

/** Draws after which it is noted whether the table lacked a value. */
export const STRETCH = 128;
const CELL_BYTES = 8 * CELL;

// Parameters: where uniforms begin and end, how far on values go, the table, room for the cells of a
// stretch, and the list of stretches that a value is missing from.
const AT = 0;
const END = 1;
const AHEAD = 2;
const TABLE = 3;
const CELLS = 4;
const LIST = 5;
const FIRST = 6;
const SECOND = 7;
const STRETCH_START = 8;
const STRETCH_END = 9;
const CELLS_AT = 10;
const BELOW_TABLE = 11;
const P = 12;
const Q = 13;
const X = 14;
const VALUE = 15;
const MISSING = 16;
/** Numbers of the two cells, two by two. */
const PAIRS = 17;

const ONE = f64x2.const(1);

/**
 * Looks uniforms up in a table, two at a time: the same bits as `tabulatedQuantile`. What the table
 * has no value for becomes NaN; the addresses where stretches with such a draw end go into the list,
 * whose own end is returned.
 *
 * @param cellBits of the table
 */
export function lookupCode(cellBits: number): Definition {
  const values = i32.add(local.get(AT), local.get(AHEAD));
  return {
    name: "lookup",
    parameters: ["i32", "i32", "i32", "i32", "i32", "i32"],
    results: ["i32"],
    locals: [
      ...Array.from({ length: BELOW_TABLE - FIRST }, () => "i32" as const),
      ...Array.from({ length: PAIRS + 8 - BELOW_TABLE }, () => "v128" as const),
    ],
    body: [
      local.set(BELOW_TABLE, addressOfCell0(cellBits)),
      loop(
        [
          local.set(STRETCH_START, local.get(AT)),
          local.set(STRETCH_END, endOfStretch()),
          overStretch(findCells(cellBits, values)),
          local.set(AT, local.get(STRETCH_START)),
          local.set(MISSING, f64x2.const(0)),
          overStretch(readCells(values)),
          when(v128.anyTrue(local.get(MISSING)), [
            i32.store(local.get(LIST), local.get(STRETCH_END)),
            local.set(LIST, i32.add(local.get(LIST), i32.const(4))),
          ]),
        ],
        i32.ltU(local.get(AT), local.get(END)),
      ),
      local.get(LIST),
    ],
  };
}

function endOfStretch(): Code {
  const whole = i32.add(local.get(AT), i32.const(8 * STRETCH));
  return [
    local.set(STRETCH_END, whole),
    select(local.get(STRETCH_END), local.get(END), i32.ltU(local.get(STRETCH_END), local.get(END))),
  ];
}

/** For every pair of a stretch. */
function overStretch(pair: Code): Code {
  return [
    local.set(CELLS_AT, local.get(CELLS)),
    loop(
      [pair, local.set(CELLS_AT, i32.add(local.get(CELLS_AT), i32.const(16)))],
      i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(STRETCH_END)),
    ),
  ];
}

/**
 * Keeps the addresses of both cells, and the positions within them. A loop of its own: the processor
 * has more pairs under way at once when each takes fewer steps one after another.
 */
function findCells(cellBits: number, values: Code): Code {
  const nearer = f64x2.pmin(local.get(P), f64x2.sub(ONE, local.get(P)));
  return [
    local.set(P, v128.load(local.get(AT))),
    // The largest number that is below the table stands for all of those, and for what is no number.
    local.set(Q, f64x2.pmax(f64x2.const(largestBelow(cellBits)), nearer)),
    v128.store(local.get(CELLS_AT), cells(cellBits)),
    v128.store(values, withinCell(cellBits)),
  ];
}

function readCells(values: Code): Code {
  return [
    local.set(FIRST, i32.load(local.get(CELLS_AT))),
    local.set(SECOND, i32.load(local.get(CELLS_AT), 8)),
    local.set(X, v128.load(values)),
    // Read as runs and transposed, which is cheaper than number by number.
    [0, 1, 2, 3].map((pair) => [
      local.set(PAIRS + 2 * pair, v128.load(local.get(FIRST), 16 * pair)),
      local.set(PAIRS + 2 * pair + 1, v128.load(local.get(SECOND), 16 * pair)),
    ]),
    local.set(VALUE, value()),
    v128.store(values, local.get(VALUE)),
    local.set(MISSING, v128.or(local.get(MISSING), f64x2.ne(local.get(VALUE), local.get(VALUE)))),
  ];
}

/** Of the cell that stands for all below the table. */
function largestBelow(cellBits: number): number {
  return 2 ** (LOWEST_BITS - 1023) * (1 - 2 ** -(cellBits + 2));
}

/** The address that the table would have if cells were counted from an exponent of 0. */
function addressOfCell0(cellBits: number): Code {
  const before = CELL_BYTES * ((LOWEST_BITS << cellBits) - 1);
  return i32x4.splat(i32.sub(local.get(TABLE), i32.const(before)));
}

/** Addresses of the cells: their numbers are the exponent and the first bits after it. */
function cells(cellBits: number): Code {
  const half = BigInt(CELL_BYTES * ((OCTAVES << cellBits) + 2));
  const bits = i64x2.shrU(local.get(Q), 52 - cellBits);
  const isUpper = f64x2.ge(local.get(P), f64x2.const(0.5));
  return i32x4.add(
    i64x2.add(i64x2.shl(bits, Math.log2(CELL_BYTES)), v128.and(isUpper, i64x2.splat(half))),
    local.get(BELOW_TABLE),
  );
}

/** The position within the cell, from 0 to 1. */
function withinCell(cellBits: number): Code {
  const bits = v128.and(i64x2.shl(local.get(Q), cellBits), i64x2.splat(0x000fffffffffffffn));
  return f64x2.sub(v128.or(bits, ONE), ONE);
}

/** The polynomial of the cells, no lower and no higher than they allow. */
function value(): Code {
  const polynomial = [4, 3, 2, 1, 0].reduce(
    (sum: Code, k) => f64x2.add(f64x2.mul(sum, local.get(X)), numbers(k)),
    numbers(5),
  );
  return f64x2.pmin(f64x2.pmax(polynomial, numbers(6)), numbers(7));
}

/** Number k of both cells. */
function numbers(k: number): Code {
  const zip = k % 2 === 0 ? f64x2.zipLow : f64x2.zipHigh;
  const pair = PAIRS + 2 * (k >> 1);
  return zip(local.get(pair), local.get(pair + 1));
}
