import { join } from "node:path";
import type { Scenario } from "../scenario/scenario.js";
import { sameDimension } from "../units/algebra.js";
import { UnitError } from "../units/unit-error.js";
import { createUnitSystem } from "../units/unit-system.js";
import { UsageError } from "./exit-codes.js";
import type { LoadedScenario } from "./load-scenarios.js";
import { type Earlier, readEarlier } from "./read-earlier.js";
import type { Terminal } from "./terminal.js";

/** What `--since` names instead of a path: the report that the run is about to replace. */
const LAST = "last";

/** An earlier run with what it takes to hold a later one against it. */
export interface ComparedEarlier extends Earlier {
  /** Of this run's unit of the leading output, how many are one of the earlier run's. */
  readonly scale: number;
}

/**
 * The earlier run of each scenario, by name, read before anything runs or is replaced.
 *
 * @param since `last`, the folder of a report, a folder of such folders, or a file of a report
 * @param out folder of the reports that this run writes
 * @throws {UsageError} where there is none, or none that can be compared
 */
export async function findEarlier(
  batch: readonly LoadedScenario[],
  since: string | undefined,
  { out, terminal }: { readonly out: string | undefined; readonly terminal: Terminal },
): Promise<ReadonlyMap<string, ComparedEarlier>> {
  const found = new Map<string, ComparedEarlier>();
  if (since === undefined) return found;
  if (since === LAST && out === undefined) {
    throw new UsageError("--since last compares with a report: with --json it needs --out");
  }
  for (const { scenario } of batch) {
    const { name } = scenario;
    const earlier = since === LAST ? await readEarlier(join(out!, name)) : await named(since, name);
    if (earlier) found.set(name, { ...earlier, scale: scaleOf(scenario, earlier, since) });
    else terminal.say(`${name}: --since last: no earlier report in ${join(out!, name)}`);
  }
  return found;
}

async function named(since: string, name: string): Promise<Earlier> {
  const earlier = (await readEarlier(since)) ?? (await readEarlier(join(since, name)));
  if (earlier) return earlier;
  throw new UsageError(
    `--since ${since}: there is no summary.json, nor one in ${join(since, name)}. ` +
      "Name the folder of an earlier report, its summary.json, or last",
  );
}

/** How the units of the leading output convert. */
function scaleOf(scenario: Scenario, { summary }: Earlier, since: string): number {
  const name = scenario.outputs[0]!;
  const { unit, label } = scenario.quantities.find((quantity) => quantity.name === name)!;
  const refuse = (why: string): UsageError =>
    new UsageError(`--since ${since}: nothing to compare ${scenario.name} by: ${why}`);
  const before = summary.outputs[name];
  if (!before) {
    const others = Object.keys(summary.outputs).join(", ");
    throw refuse(`it leads with ${name}; the earlier run of ${summary.scenario} has ${others}`);
  }
  if (!Object.values(before.percentiles).some(({ value }) => Number.isFinite(value))) {
    throw refuse(`${label} had no finite value in the earlier run`);
  }
  const scale = conversion(scenario, before.unit, unit);
  if (scale !== undefined) return scale;
  throw refuse(`${label} is in ${unit}; in the earlier run it was in ${before.unit}`);
}

/** How many of one unit another is; undefined where they measure different things. */
function conversion({ units }: Scenario, from: string, to: string): number | undefined {
  if (from === to) return 1;
  try {
    const [one, other] = [from, to].map(createUnitSystem(units).parse);
    if (!sameDimension(one!.dimension, other!.dimension)) return undefined;
    return one!.scale / other!.scale;
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}
