import type { Quantity } from "../models/quantity.js";
import { noData } from "../scenario/data-file.js";
import { resolveGiven } from "../scenario/resolve-given.js";
import { createUnitSystem } from "../units/unit-system.js";
import { UsageError } from "./exit-codes.js";
import type { LoadedScenario } from "./load-scenarios.js";

/**
 * Scenarios with further conditions beside their own `given`, each named by its text.
 *
 * @param formulas as `--given` states them, such as `utilization > 60%`
 * @throws {UsageError} with every condition that a scenario cannot hold against its quantities
 */
export function withConditions(
  batch: readonly LoadedScenario[],
  formulas: readonly string[],
): readonly LoadedScenario[] {
  const named = [...new Set(formulas)].map((formula) => [formula, formula] as const);
  const problems: string[] = [];
  const extended = batch.map((entry): LoadedScenario => {
    const { file, scenario } = entry;
    const quantities = new Map(
      scenario.quantities.map((each): [string, Quantity] => [each.name, each]),
    );
    const context = {
      units: createUnitSystem(scenario.units),
      readData: noData,
      report: ([, formula]: readonly (string | number)[], message: string, fix: string): void => {
        problems.push(`${file}: --given ${JSON.stringify(formula)}: ${message}. ${fix}`);
      },
    };
    const conditions = resolveGiven(context, named, { drafts: quantities, quantities });
    return { ...entry, scenario: { ...scenario, given: [...scenario.given, ...conditions] } };
  });
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return extended;
}
