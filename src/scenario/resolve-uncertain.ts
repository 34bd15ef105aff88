import { createDistribution } from "../distributions/create.js";
import { families } from "../distributions/families.js";
import { parameterUnit } from "../distributions/parameter-unit.js";
import { scaled } from "../distributions/scale.js";
import type { Quantity } from "../models/quantity.js";
import type { Context } from "./context.js";
import { findContradiction, type UncertainParameter } from "./contradiction.js";
import type { Draft } from "./draft.js";
import { type InputEntry, PLACEHOLDER, resolveInput } from "./resolve-inputs.js";
import { describeQuantity, resolveUnit } from "./resolve-quantity.js";
import { inherited } from "./evidence.js";
import type { Path } from "./yaml-source.js";

/** A quantity as an entry states it, and the inputs that are its uncertain parameters. */
export interface Resolved {
  readonly quantity: Draft;
  readonly parameters: readonly Draft[];
}

/** An entry: where it stands, what it is called and what it says. */
export interface Entry {
  readonly path: Path;
  readonly name: string;
  readonly stated: InputEntry;
  /** The quantity it overrides, whose unit and label it inherits. */
  readonly known: Quantity | undefined;
  /** Draws without a value are accepted: parameters may contradict each other. */
  readonly allowUndefined: boolean;
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The quantity that an entry states. A parameter that is a distribution itself becomes an input of
 * its own, such as `server_price.p5`, drawn like any other.
 */
export function resolveUncertain(context: Context, entry: Entry): Resolved {
  const { path, name, stated, known } = entry;
  const uncertain =
    typeof stated === "object" && stated !== null ? uncertainParameters(stated) : [];
  if (uncertain.length === 0) {
    return { quantity: resolveInput(context, path, name, stated, known), parameters: [] };
  }
  const mapping = stated as Mapping;
  const parameters = uncertain.map((parameter) => resolveParameter(context, entry, parameter));
  const sound = parameters.flatMap((parameter) => parameter ?? []);
  if (sound.length < parameters.length) {
    // Without all parameters nothing can be said of the distribution; its unit can still be checked.
    const unit = resolveUnit(context, [...path, "unit"], mapping["unit"] as string, known);
    const about = describeQuantity(name, mapping, known);
    return { quantity: { ...about, unit, definition: PLACEHOLDER }, parameters: [] };
  }
  const drafts = sound.map(({ draft }) => draft);
  const medians = sound.map(({ parameter, distribution }) => [
    parameter,
    distribution.quantile(0.5),
  ]);
  const typical = { ...mapping, ...(Object.fromEntries(medians) as object) } as InputEntry;
  const quantity = resolveInput(context, path, name, typical, known);
  return { quantity: conditioned(context, entry, quantity, sound), parameters: drafts };
}

/** The quantity with its parameters left to other inputs, after a check that they can agree. */
function conditioned(
  context: Context,
  { path, name, allowUndefined }: Entry,
  quantity: Draft,
  parameters: readonly ResolvedParameter[],
): Draft {
  const { definition, unit } = quantity;
  const varying = parameters.filter(({ draft }) => draft.definition.kind === "distribution");
  if (definition.kind !== "distribution" || unit === undefined || varying.length === 0)
    return quantity;
  const { spec } = definition;
  const contradiction = findContradiction(spec, varying);
  if (contradiction && !allowUndefined) {
    context.report(
      [...path, contradiction.parameter],
      `some draws of the parameters of ${name} contradict each other: ${contradiction.message}`,
      "Narrow or truncate them, or accept draws without a value by run: { allow_undefined: true }",
    );
  }
  const given = Object.fromEntries(varying.map(({ parameter, draft }) => [parameter, draft.name]));
  return { ...quantity, definition: { kind: "conditional", members: [{ spec, unit, given }] } };
}

interface ResolvedParameter extends UncertainParameter {
  readonly draft: Draft;
}

/** The input that one uncertain parameter is; undefined where it was reported as faulty. */
function resolveParameter(
  context: Context,
  { path, name, stated, known }: Entry,
  parameter: string,
): ResolvedParameter | undefined {
  const mapping = stated as Mapping;
  const { label } = describeQuantity(name, mapping, known);
  const own = (mapping["unit"] as string | undefined) ?? known?.unit ?? "1";
  const about = { name: `${name}.${parameter}`, label: `${label}: ${parameter}` };
  const unit = parameterUnit(parameter, own);
  const scale = scaleOf(context, unit);
  const draft = resolveInput(
    context,
    [...path, parameter],
    about.name,
    mapping[parameter] as InputEntry,
    scale === undefined ? undefined : { ...about, unit, definition: PLACEHOLDER },
  );
  const { definition } = draft;
  if (definition === PLACEHOLDER || draft.unit === undefined || scale === undefined)
    return undefined;
  const spec =
    definition.kind === "distribution"
      ? definition.spec
      : {
          distribution: "constant",
          parameters: { value: (definition as { value: number }).value },
        };
  const factor = context.units.parse(draft.unit).scale / scale;
  return {
    parameter,
    distribution: scaled(createDistribution(spec), factor),
    // Unless it has a source of its own, that of the whole input is its source.
    draft: inherited(draft, mapping),
  };
}

/** The scale of a unit, or undefined where it is none, which is reported with the input itself. */
function scaleOf({ units }: Context, unit: string): number | undefined {
  try {
    return units.parse(unit).scale;
  } catch {
    return undefined;
  }
}

/** Parameters of an entry that are stated as distributions or amounts, not as plain numbers. */
function uncertainParameters(stated: object): readonly string[] {
  const mapping = stated as Mapping;
  const { distribution = "constant" } = mapping as { distribution?: string };
  const { parameterSets, optional = [], kinds = {} } = families.get(distribution)!;
  const scalars = [...parameterSets.flat(), ...optional].filter((name) => !(name in kinds));
  return [...new Set(scalars)].filter((name) => {
    const value = mapping[name];
    return typeof value === "string" || (typeof value === "object" && value !== null);
  });
}
