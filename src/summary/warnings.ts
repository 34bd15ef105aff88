import type { CompiledModel } from "../engine/compile-model.js";
import { findHazards } from "../engine/find-hazards.js";
import { isUncertain } from "../models/conditions.js";
import { lowerFirst } from "../models/lower-first.js";
import type { Scenario } from "../scenario/scenario.js";
import { precisionWarning } from "./describe-precision.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { Precision } from "./summary.js";

/** From here on the spread of replicates says too little of the mean (docs/decisions/0015). */
const HEAVY_FOR_REPLICATES = 1 / 3;
/** From here on the variance is infinite, and independent draws have no error of a mean either. */
const HEAVY_FOR_INDEPENDENT = 1 / 2;

/** What a reader should know of the limits of this run, one sentence each. */
export function findWarnings(
  scenario: Scenario,
  model: CompiledModel,
  outputs: readonly DrawnOutput[],
  precision: Precision | undefined,
): readonly string[] {
  return [
    ...undefinedDraws(outputs),
    ...precisionWarnings(precision, outputs),
    ...findHazards(model).map((hazard) => `${hazard}.`),
    ...weakenedCorrelations(scenario),
    ...heavyTails(outputs),
    ...unusedInputs(scenario, model),
    ...unsourced(model),
  ];
}

function precisionWarnings(
  precision: Precision | undefined,
  outputs: readonly DrawnOutput[],
): readonly string[] {
  if (!precision || precision.met) return [];
  return [
    precisionWarning(precision, outputs.find(({ name }) => name === precision.output)!.label),
  ];
}

function heavyTails(outputs: readonly DrawnOutput[]): readonly string[] {
  const heavy = outputs.flatMap(
    ({ label, replicated, undefinedDraws: holes, fixed, ...output }) => {
      if (holes > 0 || fixed) return [];
      const index = output.tailIndex();
      const limit = replicated ? HEAVY_FOR_REPLICATES : HEAVY_FOR_INDEPENDENT;
      return index < limit ? [] : [`${lowerFirst(label)} (tail index ${(1 / index).toFixed(1)})`];
    },
  );
  if (heavy.length === 0) return [];
  const [means, their] =
    heavy.length === 1 ? ["mean", "its 95% interval"] : ["means", "their 95% intervals"];
  return [
    `A few extreme draws decide the ${means} of ${heavy.join(", ")}: ${their} may hold only nine times in ten, or less. The median, the percentiles and the probabilities do not suffer.`,
  ];
}

function undefinedDraws(outputs: readonly DrawnOutput[]): readonly string[] {
  return outputs.flatMap(({ label, draws, undefinedAt, undefinedDraws: count }) => {
    if (count === 0) return [];
    return [
      `${label} is not a finite number in ${count} of ${draws} draws (replay draw ${undefinedAt.join(", ").replace(/, ([0-9]+)$/, " or $1")} with breakeven explain --draw): its mean and standard deviation are withheld, and probabilities are bounds.`,
    ];
  });
}

function weakenedCorrelations({ correlations }: Scenario): readonly string[] {
  const changed = correlations.flatMap(({ between, rank, asked = rank }) =>
    rank === asked ? [] : [{ between, rank, asked, change: Math.abs(rank - asked) }],
  );
  const [most] = changed.toSorted((a, b) => b.change - a.change);
  if (!most) return [];
  const { between, rank, asked } = most;
  return [
    `The rank correlations asked for cannot hold together; the nearest that can are applied. The largest change is that of ${between.join(" and ")}, from ${asked.toFixed(2)} to ${rank.toFixed(2)}.`,
  ];
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
    .map(({ label }) => lowerFirst(label));
  if (names.length === 0) return [];
  return [`No source is given for ${names.join(", ")}.`];
}
