import { compiledOnce, type Functions, type Start } from "../wasm/compiled-once.js";
import { createMemory, type Memory, SPARE } from "../wasm/memory.js";
import { lookupCode, STRETCH } from "./lookup-code.js";
import { CELL, CELL_BITS, OCTAVES, type QuantileTable } from "./quantile-table.js";

/** Bytes of the largest table. */
const TABLE_BYTES = 8 * CELL * 2 * ((OCTAVES << CELL_BITS.at(-1)!) + 2);

/** Values looked up in one call. */
const PORTION = 2048;
const COLUMN_BYTES = 8 * PORTION + 2 * SPARE;

/** Room for the cells of a stretch. */
const CELLS_BYTES = 8 * STRETCH;

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

/**
 * The same for columns of one memory, which are different ones and have spare bytes on either side.
 *
 * @param address where the cells of the table are
 */
export type LookupInMemory = (
  table: QuantileTable,
  address: number,
  exact: (p: number) => number,
  uniforms: Float64Array,
  values: Float64Array,
) => void;

/** By the size of a table's cells. */
const startLookups: ReadonlyMap<number, Start> = new Map(
  CELL_BITS.map((bits) => [bits, compiledOnce(() => ({ definitions: [lookupCode(bits)] }))]),
);

/** Bytes that a lookup of so many draws at most needs for itself. */
export function lookupBytes(draws: number): number {
  return CELLS_BYTES + 4 * Math.ceil(draws / STRETCH);
}

/**
 * Looks up within a memory, with one kernel for all tables of a size.
 *
 * @param scratch address of `lookupBytes` of memory
 * @returns undefined where the machine has no vector instructions
 */
export function lookupInMemory(memory: Memory, scratch: number): LookupInMemory | undefined {
  const kernels = new Map<number, Functions | undefined>();
  const kernelOf = (cellBits: number): Functions | undefined => {
    if (!kernels.has(cellBits)) kernels.set(cellBits, startLookups.get(cellBits)!(memory));
    return kernels.get(cellBits);
  };
  if (!kernelOf(CELL_BITS[0])) return undefined;
  const listStart = scratch + CELLS_BYTES;
  const list = new Uint32Array(memory.buffer, listStart);
  return ({ cellBits }, address, exact, uniforms, values) => {
    const at = uniforms.byteOffset;
    const end = at + 8 * uniforms.length;
    const lookup = kernelOf(cellBits)!["lookup"]!;
    const listEnd = lookup(at, end, values.byteOffset - at, address, scratch, listStart);
    for (let k = 0; k < (listEnd - listStart) / 4; k++) {
      const stretchEnd = (list[k]! - at) / 8;
      for (let i = stretchStart(stretchEnd); i < stretchEnd; i++) {
        if (Number.isNaN(values[i]!)) values[i] = exact(uniforms[i]!);
      }
    }
  };
}

/** Stretches follow each other from 0 on; only the last one may be shorter. */
function stretchStart(end: number): number {
  return STRETCH * Math.floor((end - 1) / STRETCH);
}

/** A lookup for columns anywhere, through a memory that is made when first needed. */
export function createLookup(): Lookup {
  let ready: Lookup | undefined;
  return (table, exact, column) => {
    ready ??= lookupThroughMemory() ?? (() => false);
    return ready(table, exact, column);
  };
}

function lookupThroughMemory(): Lookup | undefined {
  const cellsAt = 2 * COLUMN_BYTES;
  const scratch = cellsAt + TABLE_BYTES;
  const memory = createMemory(scratch + lookupBytes(PORTION));
  const lookup = memory && lookupInMemory(memory, scratch);
  if (!lookup) return undefined;
  const uniforms = new Float64Array(memory.buffer, SPARE, PORTION);
  const values = new Float64Array(memory.buffer, SPARE + COLUMN_BYTES, PORTION);
  const cells = new Float64Array(memory.buffer, cellsAt, TABLE_BYTES / 8);
  let loaded: QuantileTable | undefined;
  return (table, exact, column) => {
    if (loaded !== table) cells.set(table.cells);
    loaded = table;
    for (let start = 0; start < column.length; start += PORTION) {
      const block = column.subarray(start, start + PORTION);
      const from = uniforms.subarray(0, block.length);
      const to = values.subarray(0, block.length);
      from.set(block);
      lookup(table, cellsAt, exact, from, to);
      block.set(to);
    }
    return true;
  };
}
