import type { CompiledModel } from "../engine/compile-model.js";
import { medianInputs } from "../engine/draw-inputs.js";
import type { Factor } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import { graphOf } from "./graph.js";

/** A quantity in its own unit. */
export interface PointValue {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** What a scenario answers with every uncertain input at its median, and what the answer rests on. */
export interface PointAnswer {
  /** The library's model that it starts from. */
  readonly model?: string;
  /** The leading output. */
  readonly output: PointValue;
  /** Every factor of the model that it rests on; what belongs to no factor is one by itself. */
  readonly factors: readonly {
    readonly name: string;
    readonly label: string;
    readonly quantities: readonly PointValue[];
  }[];
}

/** The point answer of a scenario: its output and its factors, for a comparison with others. */
export function pointAnswer(scenario: Scenario, model: CompiledModel): PointAnswer {
  const columns = model.evaluateAll(medianInputs(model.inputs), 1);
  const quantities = new Map(model.quantities.map((quantity) => [quantity.name, quantity]));
  const valueOf = (name: string): PointValue => {
    const { unit } = quantities.get(name)!;
    return { name, value: columns.get(name)![0]! / model.units.parse(unit).scale, unit };
  };
  const output = scenario.outputs[0]!;
  const factors = new Map<Factor | string, string[]>();
  const home = (name: string): Factor | undefined =>
    scenario.factors.find((factor) => factor.quantities.includes(name));
  for (const name of gatesOf(scenario, output, (one) => home(one) !== undefined)) {
    const key = home(name) ?? name;
    factors.set(key, [...(factors.get(key) ?? []), name]);
  }
  return {
    ...(scenario.model === undefined ? {} : { model: scenario.model }),
    output: valueOf(output),
    factors: [...factors].map(([key, names]) => {
      const { name, label } = typeof key === "string" ? quantities.get(key)! : key;
      return { name, label, quantities: names.map(valueOf) };
    }),
  };
}

/** Where walks down from the output end: at quantities of a factor, and at inputs that bypass all. */
function gatesOf(
  scenario: Scenario,
  output: string,
  isGate: (name: string) => boolean,
): readonly string[] {
  const { needs } = graphOf(scenario);
  const met = new Set([output]);
  const gates: string[] = [];
  for (const name of met) {
    const below = needs.get(name)!;
    if (isGate(name) || below.length === 0) gates.push(name);
    else for (const need of below) met.add(need);
  }
  return gates;
}
