import type { DistributionSpec } from "../distributions/distribution.js";
import { parseShorthand } from "../distributions/shorthand.js";
import type { Definition, Quantity } from "../models/quantity.js";
import type { Draft } from "./draft.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import { aValue } from "./explain-issue.js";
import {
  checkSpec,
  type DistributionMapping,
  resolveDistribution,
} from "./resolve-distribution.js";
import { describeQuantity, resolveUnit } from "./resolve-quantity.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

/** What may stand under `inputs:` and in a case of a switch. */
export type InputEntry = NonNullable<ScenarioFile["inputs"]>[string];

/** Stands in for a definition that was reported as faulty, so that the check can go on. */
export const PLACEHOLDER: Definition = { kind: "constant", value: 1 };

/**
 * The quantity that one entry of `inputs:` states: a number, a shorthand, or a distribution.
 *
 * @param path where the entry stands
 * @param known the model's quantity of that name, whose unit and label it inherits
 * @returns a draft whose unit is undefined where the file's unit was reported as faulty
 */
export function resolveInput(
  context: Context,
  path: Path,
  name: string,
  entry: InputEntry,
  known: Quantity | undefined,
): Draft {
  if (typeof entry === "number") {
    const definition = { kind: "constant", value: entry } as const;
    return { ...describeQuantity(name, {}, known), unit: known?.unit ?? "1", definition };
  }
  if (typeof entry === "string") return resolveShorthand(context, path, name, entry, known);
  const mapping = entry as DistributionMapping;
  const unit = resolveUnit(
    context,
    [...path, "unit"],
    mapping["unit"] as string | undefined,
    known,
  );
  const spec = resolveDistribution(context, { path, unit }, mapping);
  const definition = spec ? definitionOf(spec) : PLACEHOLDER;
  return { ...describeQuantity(name, mapping, known), unit, definition };
}

function resolveShorthand(
  context: Context,
  path: Path,
  name: string,
  text: string,
  known: Quantity | undefined,
): Draft {
  const parsed = parseShorthand(text);
  if (!parsed) {
    context.report(
      path,
      `cannot read ${aValue(text)} as an amount`,
      'Write it like "300k to 330k USD/server" or 0.65',
    );
    return { ...describeQuantity(name, {}, known), unit: known?.unit, definition: PLACEHOLDER };
  }
  const unit = resolveUnit(context, path, parsed.unitText, known);
  const sound = checkSpec(context, path, parsed.spec);
  const definition = sound ? definitionOf(parsed.spec) : PLACEHOLDER;
  return { ...describeQuantity(name, {}, known), unit, definition };
}

function definitionOf(spec: DistributionSpec): Definition {
  if (spec.distribution !== "constant") return { kind: "distribution", spec };
  return { kind: "constant", value: spec.parameters["value"] as number };
}

/** The did-you-mean of a name among those a graph knows. */
export function nameMend(name: string, known: Iterable<string>): string {
  return didYouMean(name, [...known]) ?? "Declare it under inputs or formulas";
}
