import { BLOCK_DRAWS, STRIDE } from "./block-size.js";
import type { CompiledModel } from "./compile-model.js";
import { lookupBytes } from "./lookup-kernel.js";
import type { QuantileTable } from "./quantile-table.js";

/** Cells start where cache lines do. */
const LINE = 64;

/** Where a block's columns, tables and scratch memory are; slots are numbers of columns. */
export interface BlockLayout {
  /**
   * The slot of each input's uniforms: its own, where its values take their place, or one that only
   * this input has, or one that all others share in turn. Slots of values begin at 0, inputs first.
   */
  readonly uniforms: readonly number[];
  /** The table of each input that has one, and its address. */
  readonly tables: readonly (PlacedTable | undefined)[];
  /** Addresses of what the design and the lookup need for themselves. */
  readonly design: number;
  readonly lookup: number;
  readonly bytes: number;
}

interface PlacedTable {
  readonly table: QuantileTable;
  readonly address: number;
  readonly exact: (p: number) => number;
}

/** Lays out the memory in which a model's draws are made, with so many bytes for their design. */
export function layOut(model: CompiledModel, designBytes: number): BlockLayout {
  const { inputs, program, dependence } = model;
  const shared = inputs.length + program.outputs.length;
  let slots = shared + 1;
  const joined = new Set(dependence?.inputs);
  const found = inputs.map((input) => {
    if (!("distribution" in input)) return undefined;
    const table = input.distribution.table();
    return table && { table, exact: input.distribution.exact };
  });
  const uniforms = inputs.map(({ name }, k) => {
    if (!found[k]) return k;
    return joined.has(name) ? slots++ : shared;
  });
  let bytes = slots * STRIDE;
  const reserve = (size: number): number => {
    const address = bytes;
    bytes += LINE * Math.ceil(size / LINE);
    return address;
  };
  const tables = found.map(
    (one) => one && { ...one, address: reserve(8 * one.table.cells.length) },
  );
  const lookup = reserve(lookupBytes(BLOCK_DRAWS));
  const ofDesign = reserve(designBytes);
  return { uniforms, tables, design: ofDesign, lookup, bytes };
}
