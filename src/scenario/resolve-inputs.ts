import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec, ParameterValue } from "../distributions/distribution.js";
import { families } from "../distributions/families.js";
import { type Family, ParameterError } from "../distributions/family.js";
import { parseShorthand } from "../distributions/shorthand.js";
import type { Definition, Quantity } from "../models/quantity.js";
import type { Draft } from "./draft.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import { aValue } from "./explain-issue.js";
import { describeQuantity, resolveUnit } from "./resolve-quantity.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

/** What may stand under `inputs:` and in a case of a switch. */
export type InputEntry = NonNullable<ScenarioFile["inputs"]>[string];
type Mapping = Readonly<Record<string, unknown>>;

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
  const mapping = entry as Mapping;
  const unit = resolveUnit(
    context,
    [...path, "unit"],
    mapping["unit"] as string | undefined,
    known,
  );
  const spec = specOf(mapping);
  const definition = resolveDistribution(context, path, spec) ?? PLACEHOLDER;
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
  const definition = resolveDistribution(context, path, parsed.spec) ?? PLACEHOLDER;
  return { ...describeQuantity(name, {}, known), unit, definition };
}

function specOf(mapping: Mapping): DistributionSpec {
  const { distribution = "constant", truncate } = mapping as {
    distribution?: string;
    truncate?: [number, number];
  };
  const family = families.get(distribution)!;
  const names = parameterNames(family);
  const given = Object.entries(mapping).filter(
    ([key, value]) => names.includes(key) && value !== undefined,
  );
  const parameters = Object.fromEntries(given) as Record<string, ParameterValue>;
  return truncate ? { distribution, parameters, truncate } : { distribution, parameters };
}

function parameterNames(family: Family): readonly string[] {
  return [...family.parameterSets.flat(), ...(family.optional ?? [])];
}

function resolveDistribution(
  context: Context,
  path: Path,
  spec: DistributionSpec,
): Definition | undefined {
  const family = families.get(spec.distribution)!;
  const given = Object.keys(spec.parameters).filter((name) => !family.optional?.includes(name));
  const complete = family.parameterSets.some(
    (set) => set.length === given.length && set.every((name) => given.includes(name)),
  );
  if (!complete) {
    const sets = family.parameterSets.map((set) => set.join(" and ")).join(", or ");
    const got = given.length > 0 ? given.join(" and ") : "none of them";
    context.report(
      path,
      `${family.name} takes ${sets}; got ${got}`,
      "Give exactly one of these sets",
      { onKey: true },
    );
    return undefined;
  }
  try {
    createDistribution(spec);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    context.report([...path, error.parameter], error.message, error.fix);
    return undefined;
  }
  if (spec.distribution !== "constant") return { kind: "distribution", spec };
  return { kind: "constant", value: spec.parameters["value"] as number };
}

/** The did-you-mean of a name among those a graph knows. */
export function nameMend(name: string, known: Iterable<string>): string {
  return didYouMean(name, [...known]) ?? "Declare it under inputs or formulas";
}
