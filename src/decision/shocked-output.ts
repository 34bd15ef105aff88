import { compileModel, type CompiledModel } from "../engine/compile-model.js";
import { drawInput, readerOf } from "../engine/draw-inputs.js";
import { type ModelInput, modelInput } from "../engine/model-input.js";
import type { Samplers } from "../engine/samplers.js";
import { conditionsOf } from "../models/conditions.js";
import type { Quantity } from "../models/quantity.js";
import { timesFormula } from "../formula/times-formula.js";
import type { Change, Scenario, Shock } from "../scenario/scenario.js";

/** The draws of a run, which a shock leaves as they are. */
export interface RunDraws {
  readonly scenario: Scenario;
  readonly model: CompiledModel;
  readonly samplers: Samplers;
  /** Number of draws. */
  readonly draws: number;
  /** Values of the inputs of the model, in base units. */
  readonly values: (name: string) => Float64Array;
  /** The uniforms of any quantity of the scenario, drawn or not. */
  readonly uniforms: (name: string) => Float64Array;
}

/**
 * An output over the draws of a run as a shock makes it, in base units: common random numbers, so
 * that it differs from the run by the shock alone. Someone sets what a shock sets: inputs correlated
 * with it keep their values, and those whose distribution depends on it follow.
 *
 * @returns one value per draw, in draw order
 */
export function shockedOutput(run: RunDraws, { changes }: Shock, output: string): Float64Array {
  const changeOf = new Map(changes.map((change) => [change.of, change]));
  const known = new Map(run.scenario.quantities.map((quantity) => [quantity.name, quantity]));
  const redrawn: Scenario = {
    ...run.scenario,
    quantities: run.scenario.quantities.map((quantity) =>
      redefined(quantity, changeOf.get(quantity.name)),
    ),
    ...{ outputs: [output], given: [], decision: undefined, horizon: undefined },
  };
  const shocked = compileModel(redrawn, run.samplers);
  const drawn = new Set(run.model.inputs.map((input) => input.name));
  const columns: Float64Array[] = [];
  const read = readerOf(shocked.inputs, columns);
  for (const input of shocked.inputs) {
    const { name } = input;
    const own = known.get(name)!;
    const follows = conditionsOf(own.definition).some((other) => changeOf.has(other));
    const asIs = (): Float64Array => {
      if (drawn.has(name) && !follows) return run.values(name);
      return filled(input, run.uniforms(name), (column, one) => drawInput(one, column, read));
    };
    const change = changeOf.get(name);
    columns.push(change && isDrawn(own) ? changed(change, own, asIs, run) : asIs());
  }
  return shocked.evaluate(columns, run.draws)[0]!.slice();
}

/** Numbers and formulas are redefined; what is drawn keeps its place, and its values change. */
function redefined(quantity: Quantity, change: Change | undefined): Quantity {
  const { definition } = quantity;
  if (!change || isDrawn(quantity)) return quantity;
  if (change.kind === "set") {
    return { ...quantity, unit: change.unit, definition: change.definition };
  }
  if (definition.kind === "formula") {
    const formula = timesFormula(change.factor, definition.formula);
    return { ...quantity, definition: { kind: "formula", formula } };
  }
  const value = (definition as { value: number }).value * change.factor;
  return { ...quantity, definition: { kind: "constant", value } };
}

function isDrawn({ definition }: Quantity): boolean {
  return definition.kind === "distribution" || definition.kind === "conditional";
}

/** The values of a drawn input under a change. */
function changed(
  change: Change,
  own: Quantity,
  asIs: () => Float64Array,
  { model, samplers, draws, uniforms }: RunDraws,
): Float64Array {
  if (change.kind === "multiply") return asIs().map((value) => value * change.factor);
  const { definition, unit } = change;
  if (definition.kind === "constant") {
    return new Float64Array(draws).fill(definition.value * model.units.parse(unit).scale);
  }
  const input = modelInput({ ...own, unit, definition }, model.units, samplers)!;
  return filled(input, uniforms(own.name), (column, one) => drawInput(one, column, () => column));
}

function filled(
  input: ModelInput,
  uniforms: Float64Array,
  fill: (column: Float64Array, input: ModelInput) => void,
): Float64Array {
  const column = uniforms.slice();
  fill(column, input);
  return column;
}
