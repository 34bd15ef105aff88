import type { Code } from "../wasm/code.js";
import { compiledOnce } from "../wasm/compiled-once.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2, i32, local, loop, v128 } from "../wasm/instructions.js";
import type { Memory } from "../wasm/memory.js";
import type { ClosedForm } from "./closed-form.js";

/** Replaces the uniforms of a column in memory, with spare bytes after it, by their quantiles. */
export type CloseInMemory = (form: ClosedForm, column: Float64Array) => void;

const startClosedForms = compiledOnce(() => ({
  definitions: [closedFormCode(false), closedFormCode(true)],
}));

/** Undefined where the machine has no vector instructions. */
export function closedFormInMemory(memory: Memory): CloseInMemory | undefined {
  const functions = startClosedForms(memory);
  if (!functions) return undefined;
  return ({ root, split, low, rise, high, fall }, { byteOffset, length }) => {
    const run = functions[root ? "triangle" : "line"]!;
    run(byteOffset, byteOffset + 8 * length, split, low, rise, high, fall);
  };
}

// Parameters: where the column begins and ends, and the numbers of the form.
const AT = 0;
const END = 1;
const SPLIT = 2;
const LOW = 3;
const RISE = 4;
const HIGH = 5;
const FALL = 6;
const P = 7;
const IS_LOWER = 8;
const SIZE = 9;
/** How far behind each number of the form a vector of it is. */
const BOTH = SIZE + 1 - SPLIT;
const NUMBERS = [SPLIT, LOW, RISE, HIGH, FALL];

const both = (parameter: number): Code => local.get(BOTH + parameter);

/**
 * Values of a closed form, two at a time: the same bits as `closedQuantile`.
 *
 * @param root whether the form takes square roots
 */
function closedFormCode(root: boolean): Definition {
  const lower = f64x2.add(both(LOW), f64x2.mul(local.get(SIZE), both(RISE)));
  const upper = f64x2.sub(both(HIGH), f64x2.mul(local.get(SIZE), both(FALL)));
  const distance = v128.select(
    local.get(P),
    f64x2.sub(f64x2.const(1), local.get(P)),
    local.get(IS_LOWER),
  );
  return {
    name: root ? "triangle" : "line",
    parameters: ["i32", "i32", "f64", "f64", "f64", "f64", "f64"],
    results: [],
    locals: Array.from({ length: BOTH + FALL + 1 - P }, () => "v128" as const),
    body: [
      NUMBERS.map((number) => local.set(BOTH + number, f64x2.splat(local.get(number)))),
      loop(
        [
          local.set(P, v128.load(local.get(AT))),
          local.set(IS_LOWER, f64x2.le(local.get(P), both(SPLIT))),
          local.set(SIZE, root ? f64x2.sqrt(distance) : distance),
          v128.store(local.get(AT), v128.select(lower, upper, local.get(IS_LOWER))),
        ],
        i32.ltU(local.tee(AT, i32.add(local.get(AT), i32.const(16))), local.get(END)),
      ),
    ],
  };
}
