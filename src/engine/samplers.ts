import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { scaled } from "../distributions/scale.js";
import { createLookup } from "./lookup-kernel.js";
import type { QuantileTable } from "./quantile-table.js";
import { type Tabulated, tabulated } from "./tabulated.js";

/** Distributions kept at most: a table takes up to 50 kB. */
const KEPT_MAX = 256;

/** Quantile tables by what they are of. */
export type Tables = ReadonlyMap<string, QuantileTable>;

/**
 * Distributions made ready to sample. Who makes it, a run or what runs one scenario after another,
 * keeps it as long as tables may be asked for again, for building them takes longer than a run.
 */
export interface Samplers {
  /** @param scale base units in one of the unit that the distribution is stated in */
  readonly sampler: (spec: DistributionSpec, scale: number) => Tabulated;
  /** The tables built so far, in memory that threads share. */
  readonly tables: () => Tables;
}

/**
 * @param given tables that need not be built again, of the `tables` of another thread
 */
export function createSamplers(given: Tables = new Map()): Samplers {
  const lookup = createLookup();
  const known = new Map<string, Tabulated>();
  const shared = new Map<string, QuantileTable>();
  return {
    sampler: (spec, scale) => {
      const key = JSON.stringify([spec, scale]);
      const made =
        known.get(key) ??
        tabulated(scaled(createDistribution(spec), scale), lookup, given.get(key));
      // The last asked for comes last, the first in line goes first.
      known.delete(key);
      known.set(key, made);
      if (known.size > KEPT_MAX) known.delete(known.keys().next().value!);
      return made;
    },
    tables: () => {
      for (const key of shared.keys()) if (!known.has(key)) shared.delete(key);
      for (const [key, { built }] of known) {
        const table = built();
        if (table && !shared.has(key)) shared.set(key, shareable(table));
      }
      return shared;
    },
  };
}

function shareable({ cellBits, cells }: QuantileTable): QuantileTable {
  const copy = new Float64Array(new SharedArrayBuffer(cells.byteLength));
  copy.set(cells);
  return { cellBits, cells: copy };
}
