import * as z from "zod";
import { families } from "../distributions/families.js";
import type { Family, ParameterKind } from "../distributions/family.js";
import { QUANTILE_NAME } from "../distributions/metalog-quantiles.js";
import { closed } from "./closed.js";

const finite = z.number();

/** Two numbers, a range. */
export const pair = z.tuple([finite, finite]);

const parameterSchemas: Readonly<Record<ParameterKind, z.ZodType>> = {
  numbers: z.array(finite),
  text: z.string().max(1000),
  quantiles: z.record(
    z
      .string()
      .regex(
        QUANTILE_NAME,
        "a quantile is named p and its percent, such as p10 or p2_5\nRename it",
      ),
    finite,
  ),
  // A component may be a mixture itself, so the schema refers to itself.
  distributions: z.array(z.lazy((): z.ZodType => component)),
};

/**
 * The keys that state a member of a family.
 *
 * @param scalar what a parameter that is a single number may be
 */
function parametersOf(family: Family, scalar: z.ZodType): Record<string, z.ZodType> {
  const single = family.name === "constant" ? finite : scalar;
  const names = [...new Set([...family.parameterSets.flat(), ...(family.optional ?? [])])];
  const parameters = names.map((name) => {
    const kind = family.kinds?.[name];
    const schema = (kind === undefined ? single : parameterSchemas[kind]).optional();
    const note = family.notes?.[name];
    return [name, note === undefined ? schema : schema.describe(note)] as const;
  });
  const discriminator = z.literal(family.name);
  return {
    // A mapping with a value and no distribution is a constant.
    distribution: family.name === "constant" ? discriminator.optional() : discriminator,
    ...Object.fromEntries(parameters),
    truncate: pair.optional().describe("Keeps only values between these two"),
  };
}

/**
 * A distribution of any family, by its key `distribution`.
 *
 * @param about keys it may have beside its parameters, such as unit and source
 * @param scalar what a parameter that is a single number may be
 */
export function distributionSchema(
  about: Readonly<Record<string, z.ZodType>>,
  scalar: z.ZodType = finite,
): z.ZodDiscriminatedUnion {
  const members = [...families.values()].map((family) =>
    closed({ ...parametersOf(family, scalar), ...about }, (key) => mendOf(key, family)).meta({
      description: family.meaning,
      anyOf: family.parameterSets.map((required) => ({ required })),
    }),
  );
  return z.discriminatedUnion(
    "distribution",
    members as unknown as [z.ZodObject, ...z.ZodObject[]],
  );
}

/** Keys that a scenario's author is likely to write a level too high or too low. */
function mendOf(key: string, { name }: Family): string | undefined {
  if (name === "metalog" && QUANTILE_NAME.test(key)) {
    return "Write it in a mapping: quantiles: { p10: ..., p50: ..., p90: ... }";
  }
  return /^(unit|label|meaning|source|grade|owner|date)$/.test(key)
    ? "Write it beside components; it holds for all of them"
    : undefined;
}

const component = z
  .union([
    finite,
    z.string().max(1000).describe("`2 to 5`: nine times in ten between the two"),
    distributionSchema({}),
  ])
  .meta({
    id: "component",
    description: "A distribution in the unit of the quantity it is part of",
  });
