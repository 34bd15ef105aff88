import { createDistribution } from "../distributions/create.js";
import { compileModel } from "../engine/compile-model.js";
import type { Definition, Model, Quantity } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import { createUnitSystem } from "../units/unit-system.js";
import { UnitError } from "../units/unit-error.js";
import { graphOf, reachOf } from "./graph.js";

/** A model of the library whose factors are given, whatever they are made from. */
export interface CutModel {
  /** The output in base units at columns of the given quantities, also in base units. */
  readonly evaluate: (columns: ReadonlyMap<string, Float64Array>, length: number) => Float64Array;
  /** A value in base units; undefined for a unit that the model does not know. */
  readonly toBase: (value: number, unit: string) => number | undefined;
}

/** Cuts a model at some of its quantities; uncertain inputs beside these stand at their medians. */
export function cutModel(model: Model, output: string, given: readonly string[]): CutModel {
  const units = createUnitSystem(model.units);
  const free: Definition = {
    kind: "distribution",
    spec: { distribution: "uniform", parameters: { min: 0, max: 1 } },
  };
  const atMedian = ({ definition }: Quantity): Definition =>
    definition.kind === "distribution"
      ? { kind: "constant", value: createDistribution(definition.spec).quantile(0.5) }
      : definition;
  const quantities = model.quantities.map((quantity) => ({
    ...quantity,
    definition: given.includes(quantity.name) ? free : atMedian(quantity),
  }));
  const compiled = compileModel(scenarioOf({ ...model, quantities }, output));
  return {
    evaluate: (columns, length) => {
      const drawn = compiled.inputs.map(({ name }) => columns.get(name)!);
      return compiled.evaluate(drawn, length)[0]!.slice();
    },
    toBase: (value, unit) => {
      try {
        return value * units.parse(unit).scale;
      } catch (error) {
        if (error instanceof UnitError) return undefined;
        throw error;
      }
    },
  };
}

/** Of several leading outputs the one that contains most of them; undefined where none is the model's. */
export function leadOfMost(model: Model, leads: readonly string[]): string | undefined {
  const known = leads.filter((lead) => model.quantities.some(({ name }) => name === lead));
  const ranked = [...new Set(known)].map((lead) => {
    const reach = new Set(reachOf(graphOf(scenarioOf(model, lead)), lead));
    return { lead, contained: known.filter((other) => reach.has(other)).length };
  });
  return ranked.sort((one, other) => other.contained - one.contained)[0]?.lead;
}

function scenarioOf({ name, title, units = [], quantities }: Model, output: string): Scenario {
  return {
    ...{ name, title, units, quantities, outputs: [output] },
    ...{ factors: [], limits: [], stacks: [], prices: [], correlations: [], expect: [] },
    ...{ stress: [], given: [], decision: undefined, horizon: undefined },
    run: { draws: 1, seed: "", method: "random", allowUndefined: true },
  };
}
