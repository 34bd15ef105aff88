import { type BlockFormula, compileExpression } from "../engine/compile-expression.js";
import { drawInput } from "../engine/draw-inputs.js";
import type { ReadInput } from "../engine/model-input.js";
import { type DependencyOrder, dependencyOrder } from "../models/dependency-order.js";
import type { DifferingFactor } from "./differing-factors.js";
import { inputOf, scaleOf } from "./graph.js";
import type { Pair, Side } from "./pair.js";

/**
 * Values of one uncertain input in base units, one a draw.
 *
 * @param side the scenario whose distribution it has
 * @param joined the scenario whose correlations join it to other inputs
 * @param read the columns of the inputs that its distribution depends on
 */
export type Drawn = (name: string, side: Side, joined: Side, read: ReadInput) => Float64Array;

/**
 * Evaluates the mixture of two scenarios that takes the factors of a set from the second one and
 * everything else from the first: every quantity it rests on, in base units, as a column that is
 * `draws` long or holds one value where nothing varies.
 *
 * @param set bit k says whether factor k is the second scenario's
 */
export type Hybrids = (set: number) => ReadonlyMap<string, Float64Array>;

/** Columns that rest on more factors than this are kept only until the next one is worked out. */
const KEPT_FACTORS_MAX = 4;

/**
 * The mixtures of two scenarios. A quantity is worked out once for each way in which the factors it
 * rests on can stand, not once for each mixture.
 *
 * @param factors whose mixtures have no cycle, 30 at most
 * @param draws values in a column of `drawn`
 */
export function hybridsOf(
  pair: Pair,
  factors: readonly DifferingFactor[],
  drawn: Drawn,
  draws: number,
): Hybrids {
  const sideOf = sidesOf(pair, factors);
  const joinedBit = bitOf(factors, ({ correlations }) => correlations === true);
  const bearing = bearingBits(pair, factors, joinedBit);
  const compiled = new Map<string, BlockFormula>();
  const kept = new Map<string, Map<number, Float64Array>>();
  const workOut = (name: string, set: number, columns: ReadonlyMap<string, Float64Array>) => {
    const side = sideOf(name, set);
    const { definition } = pair[side].quantities.get(name)!;
    switch (definition.kind) {
      case "constant":
        return Float64Array.of(definition.value * scaleOf(pair[side], name));
      case "distribution":
      case "conditional": {
        const read = (need: string): Float64Array => broadcast(columns.get(need)!, draws);
        return drawn(name, side, set & joinedBit ? "b" : "a", read);
      }
      case "formula": {
        const key = `${side} ${name}`;
        const run = compiled.get(key) ?? compileExpression(pair[side].trees.get(name)!);
        compiled.set(key, run);
        const needs = pair[side].needs.get(name)!;
        const length = Math.max(1, ...needs.map((need) => columns.get(need)!.length));
        const out = new Float64Array(length === 1 ? 1 : draws);
        run((need) => columns.get(need)!, out.length, out);
        return out;
      }
    }
  };
  return (set) => {
    const result = orderIn(pair, (name) => sideOf(name, set));
    if ("cycle" in result) throw new RangeError(`cyclic mixture: ${result.cycle.join(", ")}`);
    const columns = new Map<string, Float64Array>();
    for (const name of result.order) {
      const bits = bearing.get(name)!;
      const known = kept.get(name) ?? new Map<number, Float64Array>();
      const column = known.get(set & bits) ?? workOut(name, set, columns);
      if (!known.has(set & bits) && countBits(bits) > KEPT_FACTORS_MAX) known.clear();
      kept.set(name, known.set(set & bits, column));
      columns.set(name, column);
    }
    return columns;
  };
}

/** The names around which a mixture needs itself; undefined where it does not. */
export function cycleOf(
  pair: Pair,
  factors: readonly DifferingFactor[],
  set: number,
): readonly string[] | undefined {
  const sideOf = sidesOf(pair, factors);
  const result = orderIn(pair, (name) => sideOf(name, set));
  return "cycle" in result ? result.cycle : undefined;
}

function broadcast(column: Float64Array, length: number): Float64Array {
  return column.length === length ? column : new Float64Array(length).fill(column[0]!);
}

/** The value of every uncertain input at its median: a column of one. */
export function mediansOf(pair: Pair): Drawn {
  return (name, side, _, read) => {
    const column = Float64Array.of(0.5);
    drawInput(inputOf(pair[side], name)!, column, read);
    return column;
  };
}

/** Where a mixture takes a quantity from. */
function sidesOf(
  { reach }: Pair,
  factors: readonly DifferingFactor[],
): (name: string, set: number) => Side {
  const inA = new Set(reach.a);
  const bits = new Map(
    factors.flatMap(({ quantities }, k) => quantities.map((name) => [name, 1 << k] as const)),
  );
  return (name, set) => {
    const bit = bits.get(name);
    if (bit === undefined) return inA.has(name) ? "a" : "b";
    return set & bit ? "b" : "a";
  };
}

function orderIn({ output, needs, ...graphs }: Pair, side: (name: string) => Side) {
  const mixed = new Map(
    [...needs.keys()].map((name) => [name, graphs[side(name)].needs.get(name) ?? []]),
  );
  return dependencyOrder(mixed, [output]) satisfies DependencyOrder;
}

/** For every quantity the factors whose side can bear on it, as bits. */
function bearingBits(
  { needs, ...graphs }: Pair,
  factors: readonly DifferingFactor[],
  joinedBit: number,
): ReadonlyMap<string, number> {
  const own = (name: string): number => {
    const uncertain = (["a", "b"] as const).some(
      (side) => graphs[side].quantities.has(name) && inputOf(graphs[side], name) !== undefined,
    );
    const exchanged = bitOf(factors, ({ quantities }) => quantities.includes(name));
    return exchanged | (uncertain ? joinedBit : 0);
  };
  const bits = new Map([...needs.keys()].map((name) => [name, own(name)]));
  return new Map(
    [...needs.keys()].map((name) => {
      const below = new Set([name]);
      let all = 0;
      for (const met of below) {
        all |= bits.get(met)!;
        for (const need of needs.get(met)!) below.add(need);
      }
      return [name, all];
    }),
  );
}

function bitOf(
  factors: readonly DifferingFactor[],
  fits: (factor: DifferingFactor) => boolean,
): number {
  const place = factors.findIndex(fits);
  return place < 0 ? 0 : 1 << place;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
