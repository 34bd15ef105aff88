import { type Definition, instantiate } from "../wasm/instantiate.js";
import { f64x2, i32, i32x4, i64x2, local, loop, v128 } from "../wasm/instructions.js";
import type { Code } from "../wasm/code.js";
import { CELL, LOWEST_BITS, type QuantileTable } from "./quantile-table.js";

/** Values looked up in one call. */
const BLOCK = 2048;
const BLOCK_BYTES = 8 * BLOCK;

/**
 * Looks a column of uniforms up in a table, in place and two at a time: the same bits as the plain
 * lookup, and those of the function itself where the table has no answer.
 *
 * @returns false where the machine has no vector instructions; the column is then as it was
 */
export type Lookup = (
  table: QuantileTable,
  exact: (p: number) => number,
  column: Float64Array,
) => boolean;

interface Kernel {
  readonly uniforms: Float64Array;
  readonly values: Float64Array;
  readonly cells: Float64Array;
  /** @returns whether a value is missing */
  readonly run: (length: number) => boolean;
}

/** A lookup with one kernel for all tables of a size. */
export function createLookup(): Lookup {
  const kernels = new Map<number, Kernel | undefined>();
  return (table, exact, column) => {
    const { cellBits, cells } = table;
    const kernel = kernels.has(cellBits)
      ? kernels.get(cellBits)
      : startKernel(cellBits, cells.length);
    kernels.set(cellBits, kernel);
    if (!kernel) return false;
    kernel.cells.set(cells);
    for (let start = 0; start < column.length; start += BLOCK) {
      fillBlock(kernel, exact, column.subarray(start, start + BLOCK));
    }
    return true;
  };
}

function fillBlock(
  { uniforms, values, run }: Kernel,
  exact: (p: number) => number,
  block: Float64Array,
): void {
  uniforms.set(block);
  const missing = run(block.length);
  for (let i = 0; missing && i < block.length; i++) {
    if (Number.isNaN(values[i]!)) values[i] = exact(uniforms[i]!);
  }
  block.set(block.length === BLOCK ? values : values.subarray(0, block.length));
}

function startKernel(cellBits: number, length: number): Kernel | undefined {
  const started = instantiate([lookup(cellBits, length)], 2 * BLOCK_BYTES + 8 * length);
  if (!started) return undefined;
  const { functions, memory } = started;
  return {
    uniforms: new Float64Array(memory, 0, BLOCK),
    values: new Float64Array(memory, BLOCK_BYTES, BLOCK),
    cells: new Float64Array(memory, 2 * BLOCK_BYTES, length),
    run: (count) => functions["lookup"]!(8 * count) !== 0,
  };
}

// Locals of the kernel.
const END = 0;
const AT = 1;
const P = 2;
const Q = 3;
const UPPER = 4;
const X = 5;
const FIRST = 6;
const SECOND = 7;
const VALUE = 8;
const MISSING = 9;

const HALF_OF = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const OTHER_HALF_OF = HALF_OF.map((byte) => byte + 8);

function lookup(cellBits: number, length: number): Definition {
  const table = 2 * BLOCK_BYTES;
  const one = f64x2.const(1);
  const cellShift = 52 - cellBits;
  const inHalf = BigInt(length / CELL / 2);
  /** Numbers 2k and 2k + 1 of both cells, as two vectors of one number each. */
  const pair = (k: number, lanes: readonly number[]): Code =>
    v128.shuffle(
      v128.load(local.get(FIRST), table + 16 * k),
      v128.load(local.get(SECOND), table + 16 * k),
      lanes,
    );
  const number = (k: number): Code => pair(k >> 1, k % 2 === 0 ? HALF_OF : OTHER_HALF_OF);
  const polynomial = [4, 3, 2, 1, 0].reduce(
    (value: Code, k) => f64x2.add(f64x2.mul(value, local.get(X)), number(k)),
    number(5),
  );
  // The cell's number is the exponent and the first bits after it; below the table it is 0.
  const cell = i32x4.maxS(
    i64x2.sub(
      i64x2.shrU(local.get(Q), cellShift),
      i64x2.splat(BigInt(LOWEST_BITS << cellBits) - 1n),
    ),
    i64x2.splat(0n),
  );
  const address = (lane: number): Code =>
    i32.shl(i32x4.lane(local.get(VALUE), 2 * lane), i32.const(6));
  const body: Code = [
    loop(
      [
        local.set(P, v128.load(local.get(AT))),
        local.set(UPPER, f64x2.ge(local.get(P), f64x2.const(0.5))),
        local.set(Q, v128.select(f64x2.sub(one, local.get(P)), local.get(P), local.get(UPPER))),
        local.set(VALUE, i64x2.add(cell, v128.and(local.get(UPPER), i64x2.splat(inHalf)))),
        local.set(FIRST, address(0)),
        local.set(SECOND, address(1)),
        local.set(
          X,
          f64x2.sub(
            v128.or(
              v128.and(i64x2.shl(local.get(Q), cellBits), i64x2.splat(0x000fffffffffffffn)),
              one,
            ),
            one,
          ),
        ),
        local.set(VALUE, f64x2.min(f64x2.max(polynomial, number(6)), number(7))),
        local.set(
          MISSING,
          v128.or(local.get(MISSING), f64x2.ne(local.get(VALUE), local.get(VALUE))),
        ),
        v128.store(local.get(AT), local.get(VALUE), BLOCK_BYTES),
      ],
      i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(END)),
    ),
    v128.anyTrue(local.get(MISSING)),
  ];
  return {
    name: "lookup",
    parameters: ["i32"],
    results: ["i32"],
    locals: ["i32", "v128", "v128", "v128", "v128", "i32", "i32", "v128", "v128"],
    body,
  };
}
