import { type ModelInput, modelInput } from "../engine/model-input.js";
import type { Expression } from "../formula/expression.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import { conditionsOf } from "../models/conditions.js";
import { dependencyOrder } from "../models/dependency-order.js";
import type { Quantity } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import { createUnitSystem, type UnitSystem } from "../units/unit-system.js";

/** A scenario's quantities and what each needs; everything is read once and evaluated elsewhere. */
export interface Graph {
  readonly scenario: Scenario;
  readonly units: UnitSystem;
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** Formulas by name. */
  readonly trees: ReadonlyMap<string, Expression>;
  /** For every quantity the names it is made from. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

/** Reads the formulas of a scenario. */
export function graphOf(scenario: Scenario): Graph {
  const units = createUnitSystem(scenario.units);
  const trees = new Map(
    scenario.quantities.flatMap(({ name, definition }) =>
      definition.kind === "formula" ? [[name, parseFormula(definition.formula, units)]] : [],
    ),
  );
  const needs = scenario.quantities.map(({ name, definition }) => {
    const tree = trees.get(name);
    return [name, tree ? namesIn(tree) : conditionsOf(definition)] as const;
  });
  const quantities = new Map(scenario.quantities.map((quantity) => [quantity.name, quantity]));
  return { scenario, units, quantities, trees, needs: new Map(needs) };
}

/** Every quantity that one rests on, itself included, each after all it needs. */
export function reachOf({ needs }: Pick<Graph, "needs">, output: string): readonly string[] {
  const result = dependencyOrder(needs, [output]);
  if ("cycle" in result) throw new RangeError(`cyclic formulas: ${result.cycle.join(", ")}`);
  return result.order;
}

/** Base units in one unit of a quantity. */
export function scaleOf({ units, quantities }: Graph, name: string): number {
  return units.parse(quantities.get(name)!.unit).scale;
}

/** An uncertain input, ready to draw in base units; undefined for any other quantity. */
export function inputOf({ quantities, units }: Graph, name: string): ModelInput | undefined {
  return modelInput(quantities.get(name)!, units);
}
