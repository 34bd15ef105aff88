import { describeDefinition } from "../models/describe-definition.js";
import type { Change, ComparedFactor, Stated } from "./comparison.js";
import type { DifferingFactor } from "./differing-factors.js";
import { scaleOf } from "./graph.js";
import type { Pair, Side } from "./pair.js";

/** Every quantity an output rests on, as columns of one value in base units. */
type Ends = Readonly<Record<Side, ReadonlyMap<string, Float64Array>>>;

/** A factor with the quantities that change in it, numbers and distributions before formulas. */
export function describeFactor(
  { name, label, principal, quantities, along }: DifferingFactor,
  pair: Pair,
  ends: Ends,
): ComparedFactor {
  const changes = [...quantities, ...along].map((one) => changeOf(one, pair, ends));
  const isFormula = ({ from, to }: Change): number =>
    Number([from, to].every((stated) => stated === null || stated.kind === "formula"));
  return {
    name,
    label,
    from: principal === undefined ? null : valueOf(principal, pair, "a", ends),
    to: principal === undefined ? null : valueOf(principal, pair, "b", ends),
    changes: changes.sort((one, other) => isFormula(one) - isFormula(other)),
  };
}

function changeOf(name: string, pair: Pair, ends: Ends): Change {
  const { label } = (pair.b.quantities.get(name) ?? pair.a.quantities.get(name))!;
  return {
    name,
    label,
    from: statedBy("a", name, pair, ends),
    to: statedBy("b", name, pair, ends),
  };
}

function statedBy(side: Side, name: string, pair: Pair, ends: Ends): Stated | null {
  const value = valueOf(name, pair, side, ends);
  if (value === null) return null;
  const { definition } = pair[side].quantities.get(name)!;
  if (definition.kind === "constant") return value;
  return { ...value, kind: definition.kind, as: describeDefinition(definition) };
}

/** In the unit the side states it in; null where its output does not rest on it. */
function valueOf(name: string, pair: Pair, side: Side, ends: Ends): Stated | null {
  const column = ends[side].get(name);
  if (!column) return null;
  const { unit } = pair[side].quantities.get(name)!;
  return { value: column[0]! / scaleOf(pair[side], name), unit };
}
