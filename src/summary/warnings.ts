import type { CompiledModel } from "../engine/compile-model.js";
import { isUncertain } from "../models/conditions.js";
import type { Scenario } from "../scenario/scenario.js";
import type { OutputColumn } from "./output.js";

/** What a reader should know of the limits of this run, one sentence each. */
export function findWarnings(
  scenario: Scenario,
  model: CompiledModel,
  outputs: readonly OutputColumn[],
): readonly string[] {
  return [...undefinedDraws(outputs), ...unusedInputs(scenario, model), ...unsourced(model)];
}

function undefinedDraws(outputs: readonly OutputColumn[]): readonly string[] {
  return outputs.flatMap(({ label, values, undefinedDraws: count }) => {
    if (count === 0) return [];
    return [
      `${label} is not a finite number in ${count} of ${values.length} draws (replay ${firstUndefined(values)} with breakeven explain --draw): its mean and standard deviation are withheld, and probabilities are bounds.`,
    ];
  });
}

/** The first draws without a finite value, three at most: `draw 12, 40 or 77`. */
function firstUndefined(values: Float64Array): string {
  const draws: number[] = [];
  for (let draw = 0; draw < values.length && draws.length < 3; draw++) {
    if (!Number.isFinite(values[draw])) draws.push(draw);
  }
  return `draw ${draws.join(", ").replace(/, ([0-9]+)$/, " or $1")}`;
}

function unusedInputs(scenario: Scenario, model: CompiledModel): readonly string[] {
  // Quantities of a library model are there to be used or not; a scenario's own are meant to count.
  if (scenario.model !== undefined) return [];
  const used = new Set(model.quantities.map(({ name }) => name));
  const unused = scenario.quantities
    .map(({ name }) => name)
    // A parameter goes with the input it belongs to.
    .filter((name) => !used.has(name) && !name.includes("."));
  if (unused.length === 0) return [];
  return [`No output depends on ${unused.join(", ")}.`];
}

function unsourced(model: CompiledModel): readonly string[] {
  const names = model.quantities
    .filter(({ definition, source }) => isUncertain(definition) && source === undefined)
    .map(({ label }) => label);
  if (names.length === 0) return [];
  return [`No source is given for ${names.join(", ")}.`];
}
