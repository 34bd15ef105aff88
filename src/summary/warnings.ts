import type { CompiledModel } from "../engine/compile-model.js";
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
    const first = values.findIndex((value) => !Number.isFinite(value));
    return [
      `${label} is not a finite number in ${count} of ${values.length} draws (the first is draw ${first}): its mean and standard deviation are withheld, and probabilities are bounds.`,
    ];
  });
}

function unusedInputs(scenario: Scenario, model: CompiledModel): readonly string[] {
  // Quantities of a library model are there to be used or not; a scenario's own are meant to count.
  if (scenario.model !== undefined) return [];
  const used = new Set(model.quantities.map(({ name }) => name));
  const unused = scenario.quantities.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  if (unused.length === 0) return [];
  return [`No output depends on ${unused.join(", ")}.`];
}

function unsourced(model: CompiledModel): readonly string[] {
  const names = model.quantities
    .filter(({ definition, source }) => definition.kind === "distribution" && source === undefined)
    .map(({ label }) => label);
  if (names.length === 0) return [];
  return [`No source is given for ${names.join(", ")}.`];
}
