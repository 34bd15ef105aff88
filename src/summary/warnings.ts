import type { CompiledModel } from "../engine/compile-model.js";
import type { Scenario } from "../scenario/scenario.js";
import { tailIndex } from "../statistics/tail-index.js";
import type { OutputColumn } from "./output.js";

/** From here on the spread of replicates says too little of the mean (docs/decisions/0007). */
const HEAVY_FOR_REPLICATES = 1 / 3;
/** From here on the variance is infinite, and independent draws have no error of a mean either. */
const HEAVY_FOR_INDEPENDENT = 1 / 2;

/** What a reader should know of the limits of this run, one sentence each. */
export function findWarnings(
  scenario: Scenario,
  model: CompiledModel,
  outputs: readonly OutputColumn[],
): readonly string[] {
  return [
    ...undefinedDraws(outputs),
    ...heavyTails(outputs),
    ...unusedInputs(scenario, model),
    ...unsourced(model),
  ];
}

function heavyTails(outputs: readonly OutputColumn[]): readonly string[] {
  const heavy = outputs.flatMap(({ label, sorted, replicates, undefinedDraws: holes, fixed }) => {
    if (holes > 0 || fixed) return [];
    const index = tailIndex(sorted.sorted);
    const limit = replicates ? HEAVY_FOR_REPLICATES : HEAVY_FOR_INDEPENDENT;
    return index < limit ? [] : [`${label} (tail index ${index.toFixed(2)})`];
  });
  if (heavy.length === 0) return [];
  return [
    `A few extreme draws decide the mean of ${heavy.join(", ")}: its 95% interval may hold only nine times in ten, or less. The median, the percentiles and the probabilities do not suffer.`,
  ];
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
