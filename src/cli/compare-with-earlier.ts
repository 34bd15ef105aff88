import { compareScenarios } from "../comparison/compare-scenarios.js";
import type { Comparison } from "../comparison/comparison.js";
import { Incomparable } from "../comparison/incomparable.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import { InvalidScenario } from "../scenario/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import type { EarlierRecord } from "./earlier-schema.js";
import type { LoadedScenario } from "./load-scenarios.js";
import { overridesOf } from "./options.js";
import { readBeside } from "./read-beside.js";

/** Two scenarios compared, or why they are not. */
export type Compared = { readonly comparison: Comparison } | { readonly leftOut: string };

/**
 * Why this run's scenario answers otherwise than the one an earlier run was made from, whose text its
 * record holds. Data files are not kept: those beside this scenario serve where they are the same.
 *
 * @param overrides of this run, as `--set` gives them
 */
export function compareWithEarlier(
  { file, text, scenario, data }: LoadedScenario,
  record: EarlierRecord | undefined,
  overrides: readonly string[],
): Compared {
  if (!record) return { leftOut: "the earlier run left no record of its scenario" };
  const own = JSON.stringify([text, overrides, [...data].sort()]);
  if (own === JSON.stringify([record.text, record.overrides, Object.entries(record.data).sort()])) {
    return { leftOut: "both runs have the same scenario, overrides and data files" };
  }
  try {
    const earlier = parseEarlier(file, record);
    if ("leftOut" in earlier) return earlier;
    const output = scenario.outputs[0]!;
    const { seed, method } = scenario.run;
    const [before, now] = named(earlier, scenario);
    return { comparison: compareScenarios(before, now, { output, run: { seed, method } }) };
  } catch (error) {
    if (error instanceof Incomparable) return { leftOut: error.message };
    throw error;
  }
}

/** The two under names that tell them apart. */
function named(earlier: Scenario, now: Scenario): readonly [Scenario, Scenario] {
  if (earlier.name !== now.name) return [earlier, now];
  return [
    { ...earlier, name: `${now.name} before` },
    { ...now, name: `${now.name} now` },
  ];
}

/** The scenario of an earlier run, with the data files of this one where they have not changed. */
function parseEarlier(
  file: string,
  { text, overrides, data }: EarlierRecord,
): Scenario | { readonly leftOut: string } {
  const hashes = new Map<string, string>();
  try {
    const read = readBeside(file, hashes);
    const scenario = parseScenario(file, text, overridesOf({ set: overrides }), read);
    const changed = [...hashes].find(([path, hash]) => data[path] !== hash);
    if (!changed) return scenario;
    return { leftOut: `its data file ${changed[0]} has changed since, and only its hash is kept` };
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    const { message } = error.problems[0]!;
    return { leftOut: `the earlier scenario cannot be read any more: ${message}` };
  }
}
