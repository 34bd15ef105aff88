import { compileModel } from "../engine/compile-model.js";
import type { Quantity } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import { YEARS_PASSED } from "../scenario/years-passed.js";
import type { FinishedRun } from "./finished-run.js";

/** Formulas over the quantities of a run that are no outputs of it. */
export interface AskedFormulas {
  /** One column per formula over the run's sample, in base units. */
  readonly columns: readonly Float64Array[];
  /** The uncertain inputs that any of them rests on. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * Evaluates conditions or payoffs on the draws of a run: nothing is drawn or worked out anew, but for
 * the formulas that read the years passed where these are given.
 */
export function askedFormulas(
  { scenario, model, samplers, sample, outputs }: FinishedRun,
  formulas: readonly string[],
  years?: number,
): AskedFormulas {
  // No quantity of a scenario can have a name with a space.
  const asked = formulas.map((formula, k): Quantity => {
    const name = `asked ${k}`;
    return { name, label: name, unit: "1", definition: { kind: "formula", formula } };
  });
  const names = asked.map(({ name }) => name);
  // In another year the outputs are others.
  const held = years === undefined ? outputs : [];
  const known = new Map(held.map((output) => [output.name, output]));
  const cutScenario: Scenario = {
    ...scenario,
    quantities: [
      ...scenario.quantities.map((quantity) =>
        known.has(quantity.name) ? cut(quantity) : inYear(quantity, years),
      ),
      ...asked,
    ],
    ...{ outputs: names, correlations: [], given: [], decision: undefined, horizon: undefined },
  };
  const compiled = compileModel(cutScenario, samplers);
  const drawn = compiled.inputs.map(({ name }) => {
    const output = known.get(name);
    if (!output) return sample.drawn(name);
    return sample.output(name).map((value) => value * output.scale);
  });
  const needed = names.flatMap((name) => [...compiled.inputsOf(name)]);
  return {
    columns: compiled.evaluate(drawn, sample.draws).map((column) => column.slice()),
    inputs: new Set(needed.flatMap((name) => [...model.inputsOf(name)])),
  };
}

/** The count of years is a number like any other, and here another one. */
function inYear(quantity: Quantity, years: number | undefined): Quantity {
  if (years === undefined || quantity.name !== YEARS_PASSED) return quantity;
  return { ...quantity, definition: { kind: "constant", value: years } };
}

/** An output whose values are known is where the model may be cut: it stands as an input. */
function cut(quantity: Quantity): Quantity {
  const spec = { distribution: "constant", parameters: { value: 1 } };
  return { ...quantity, definition: { kind: "distribution", spec } };
}
