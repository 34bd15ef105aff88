import type { Replication } from "../sampling/design.js";
import type { Column } from "../statistics/column.js";

/** The draws of an output that fall in the lowest and in the highest tenth of an input. */
export interface Tenths {
  readonly low: Column;
  readonly high: Column;
}

/**
 * Splits an output by an input: the draws with the input in its lowest and in its highest tenth,
 * still known by replicate.
 *
 * @param values of the output, in draw order
 * @param uniforms of the input, one per draw
 */
export function tenthsOf(
  values: Float64Array,
  uniforms: Float64Array,
  replication: Replication | undefined,
): Tenths {
  return {
    low: select(values, replication, (draw) => uniforms[draw]! < 0.1),
    high: select(values, replication, (draw) => uniforms[draw]! >= 0.9),
  };
}

function select(
  values: Float64Array,
  replication: Replication | undefined,
  keep: (draw: number) => boolean,
): Column {
  const { count, block } = replication ?? { count: 1, block: values.length };
  const kept: number[] = [];
  const byReplicate = Array.from({ length: count }, (): number[] => []);
  for (let draw = 0; draw < values.length; draw++) {
    if (!keep(draw)) continue;
    kept.push(values[draw]!);
    byReplicate[Math.floor(draw / block) % count]!.push(values[draw]!);
  }
  const selected = Float64Array.from(kept);
  if (!replication) return { values: selected };
  const replicates = byReplicate.filter(({ length }) => length > 0);
  return { values: selected, replicates: replicates.map((part) => Float64Array.from(part)) };
}
