import { createDistribution } from "../distributions/create.js";
import { describeDefinition } from "../models/describe-definition.js";
import type { Change, ComparedFactor, Stated } from "./comparison.js";
import type { DifferingFactor } from "./differing-factors.js";
import { scaleOf } from "./graph.js";
import { type Overlay, overlayOf, type Spread } from "./overlay.js";
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
  const from = statedBy("a", name, pair, ends);
  const to = statedBy("b", name, pair, ends);
  const overlay = from && to && from.unit === to.unit ? overlayFor(name, pair) : undefined;
  return { name, label, from, to, ...(overlay ? { overlay } : {}) };
}

function overlayFor(name: string, pair: Pair): Overlay | undefined {
  const [from, to] = [spreadOf(name, pair, "a"), spreadOf(name, pair, "b")];
  return from === undefined || to === undefined ? undefined : overlayOf(from, to);
}

/** In the unit it is stated in; undefined for what depends on other quantities. */
function spreadOf(name: string, pair: Pair, side: Side): Spread | undefined {
  const { definition } = pair[side].quantities.get(name)!;
  if (definition.kind === "constant") return definition.value;
  return definition.kind === "distribution" ? createDistribution(definition.spec) : undefined;
}

function statedBy(side: Side, name: string, pair: Pair, ends: Ends): Stated | null {
  const value = valueOf(name, pair, side, ends);
  if (value === null) return null;
  const { definition } = pair[side].quantities.get(name)!;
  if (definition.kind === "constant") return value;
  const stated = { ...value, kind: definition.kind, as: describeDefinition(definition) };
  if (definition.kind !== "distribution") return stated;
  const { quantile } = createDistribution(definition.spec);
  return { ...stated, p5: quantile(0.05), p95: quantile(0.95) };
}

/** In the unit the side states it in; null where its output does not rest on it. */
function valueOf(name: string, pair: Pair, side: Side, ends: Ends): Stated | null {
  const column = ends[side].get(name);
  if (!column) return null;
  const { unit } = pair[side].quantities.get(name)!;
  return { value: column[0]! / scaleOf(pair[side], name), unit };
}
