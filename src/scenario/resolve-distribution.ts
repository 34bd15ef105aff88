import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec, ParameterValue } from "../distributions/distribution.js";
import { families } from "../distributions/families.js";
import { type Family, ParameterError } from "../distributions/family.js";
import { parseShorthand } from "../distributions/shorthand.js";
import { sameDimension } from "../units/algebra.js";
import type { Context } from "./context.js";
import { fetchData } from "./data-file.js";
import { aValue } from "./explain-issue.js";
import { readColumn } from "./read-column.js";
import { parseUnit } from "./resolve-quantity.js";
import type { Path } from "./yaml-source.js";

/** A distribution as a file states it: of the right shape, not yet checked for sense. */
export type DistributionMapping = Readonly<Record<string, unknown>>;

/** Where a distribution stands, and the unit its numbers are in; undefined where that is faulty. */
interface Site {
  readonly path: Path;
  readonly unit: string | undefined;
}

/**
 * The distribution a mapping states, its components and data files resolved.
 *
 * @returns undefined where something was reported
 */
export function resolveDistribution(
  context: Context,
  { path, unit }: Site,
  mapping: DistributionMapping,
): DistributionSpec | undefined {
  const { distribution = "constant", truncate } = mapping as {
    distribution?: string;
    truncate?: [number, number];
  };
  const family = families.get(distribution)!;
  const names = [...family.parameterSets.flat(), ...(family.optional ?? [])];
  const given = Object.entries(mapping).filter(
    ([key, value]) => names.includes(key) && value !== undefined,
  );
  const stated = Object.fromEntries(given) as Record<string, ParameterValue>;
  if (!checkComplete(context, path, family, Object.keys(stated))) return undefined;
  const parameters = resolveParts(context, { path, unit }, stated);
  if (!parameters) return undefined;
  const spec = truncate ? { distribution, parameters, truncate } : { distribution, parameters };
  return checkSpec(context, path, spec) ? spec : undefined;
}

/** Reports what contradicts itself in a distribution; true where it is sound. */
export function checkSpec(context: Context, path: Path, spec: DistributionSpec): boolean {
  try {
    createDistribution(spec);
    return true;
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const entry = error.entry === undefined ? [] : [error.entry];
    context.report([...path, error.parameter, ...entry], error.message, error.fix);
    return false;
  }
}

function checkComplete(
  context: Context,
  path: Path,
  family: Family,
  names: readonly string[],
): boolean {
  const given = names.filter((name) => !family.optional?.includes(name));
  const complete = family.parameterSets.some(
    (set) => set.length === given.length && set.every((name) => given.includes(name)),
  );
  if (complete) return true;
  const sets = family.parameterSets.map((set) => set.join(" and ")).join(", or ");
  const got = given.length > 0 ? given.join(" and ") : "none of them";
  context.report(
    path,
    `${family.name} takes ${sets}; got ${got}`,
    "Give exactly one of these sets",
    { onKey: true },
  );
  return false;
}

/** The parameters with a mixture's components resolved, and the values of a data file beside its name. */
function resolveParts(
  context: Context,
  { path, unit }: Site,
  stated: Readonly<Record<string, ParameterValue>>,
): Readonly<Record<string, ParameterValue>> | undefined {
  const { components, file, column } = stated;
  if (components !== undefined) {
    const resolved = (components as readonly unknown[]).map((entry, k) =>
      resolveComponent(context, { path: [...path, "components", k], unit }, entry),
    );
    const sound = resolved.filter((spec) => spec !== undefined);
    return sound.length === resolved.length ? { ...stated, components: sound } : undefined;
  }
  if (typeof file !== "string" || typeof column !== "string") return stated;
  const data = resolveData(context, path, file, column);
  return data && { ...stated, data };
}

/** A component is a number, a shorthand or a distribution, in the unit of its quantity. */
function resolveComponent(
  context: Context,
  site: Site,
  entry: unknown,
): DistributionSpec | undefined {
  if (typeof entry === "number") return { distribution: "constant", parameters: { value: entry } };
  if (typeof entry !== "string") {
    return resolveDistribution(context, site, entry as DistributionMapping);
  }
  const { path, unit } = site;
  const parsed = parseShorthand(entry);
  if (!parsed) {
    const fix = 'Write it like "2 to 5", or as a mapping with a distribution';
    context.report(path, `cannot read ${aValue(entry)} as an amount`, fix);
    return undefined;
  }
  if (parsed.unitText !== undefined && unit !== undefined) {
    const own = parseUnit(context, path, parsed.unitText);
    if (!own) return undefined;
    const { dimension, scale } = context.units.parse(unit);
    if (!sameDimension(own.dimension, dimension) || own.scale !== scale) {
      const message = `a component is in the unit of its quantity, ${unit}; got ${parsed.unitText}`;
      context.report(path, message, `Write the amount in ${unit}`);
      return undefined;
    }
  }
  return checkSpec(context, path, parsed.spec) ? parsed.spec : undefined;
}

/** The values of a column of a file beside the scenario; what is wrong is told where its name stands. */
function resolveData(
  context: Context,
  path: Path,
  file: string,
  column: string,
): readonly number[] | undefined {
  const fetched = fetchData(file, context.readData);
  if ("message" in fetched) {
    context.report([...path, "file"], fetched.message, fetched.fix);
    return undefined;
  }
  const reading = readColumn(fetched.text, column);
  if ("values" in reading) return reading.values;
  for (const { line, message, fix } of reading.problems) {
    context.report([...path, "column"], `${file}:${line}: ${message}`, fix);
  }
  return undefined;
}
