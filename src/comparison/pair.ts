import { sameDimension } from "../units/algebra.js";
import { createUnitSystem } from "../units/unit-system.js";
import { type Graph, graphOf, reachOf } from "./graph.js";
import { Incomparable } from "./incomparable.js";
import type { Scenario } from "../scenario/scenario.js";

/** Which of two scenarios a definition is taken from. */
export type Side = "a" | "b";

/** Two scenarios held against each other on one output. */
export interface Pair {
  readonly a: Graph;
  readonly b: Graph;
  readonly output: string;
  /** What the output rests on in each, every quantity after all it needs. */
  readonly reach: Readonly<Record<Side, readonly string[]>>;
  /** What any mixture of the two can need: the needs of both, in reach. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

/**
 * Two scenarios on one output.
 *
 * @throws {Incomparable} where a name that both outputs rest on means two kinds of thing
 */
export function pairOf(first: Scenario, second: Scenario, output: string): Pair {
  const [a, b] = [graphOf(first), graphOf(second)];
  const reach = { a: reachOf(a, output), b: reachOf(b, output) };
  const all = [...new Set([...reach.a, ...reach.b])];
  const inA = new Set(reach.a);
  const inB = new Set(reach.b);
  for (const name of all.filter((candidate) => inA.has(candidate) && inB.has(candidate))) {
    if (measuredAlike(a, b, name)) continue;
    const units = [a, b].map(({ quantities }) => quantities.get(name)!.unit);
    throw new Incomparable(
      `${name} is measured in ${units[0]!} in one scenario and in ${units[1]!} in the other; rename one`,
    );
  }
  const needs = all.map((name) => {
    const own = inA.has(name) ? a.needs.get(name)! : [];
    const other = inB.has(name) ? b.needs.get(name)! : [];
    return [name, [...new Set([...own, ...other])]] as const;
  });
  return { a, b, output, reach, needs: new Map(needs) };
}

/** Whether a name is a quantity of both scenarios, of one dimension. */
export function measuredAlike(a: Graph, b: Graph, name: string): boolean {
  const [one, other] = [a.quantities.get(name), b.quantities.get(name)];
  if (!one || !other) return false;
  const units = createUnitSystem([...new Set([...a.scenario.units, ...b.scenario.units])]);
  return sameDimension(units.parse(one.unit).dimension, units.parse(other.unit).dimension);
}
