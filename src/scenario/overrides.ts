import { parseShorthand } from "../distributions/shorthand.js";

/** Values that replace entries of `inputs:` by name: a number in the entry's unit, or a shorthand. */
export type Overrides = ReadonlyMap<string, number | string>;

/** The data of a file with overrides laid over its inputs; formulas of the same name give way. */
export function withOverrides(data: unknown, overrides: Overrides): unknown {
  if (overrides.size === 0 || typeof data !== "object" || data === null) return data;
  const { inputs, formulas, ...rest } = data as { inputs?: object; formulas?: object };
  const stated = new Map(Object.entries({ ...formulas, ...inputs }));
  const replaced = [...overrides].map(([name, value]) => [name, inUnitOf(stated.get(name), value)]);
  const kept = Object.entries(formulas ?? {}).filter(([name]) => !overrides.has(name));
  return {
    ...rest,
    inputs: { ...inputs, ...(Object.fromEntries(replaced) as object) },
    ...(formulas ? { formulas: Object.fromEntries(kept) } : {}),
  };
}

/** A bare number means the unit that the entry it replaces is stated in. */
function inUnitOf(entry: unknown, value: number | string): unknown {
  if (typeof value !== "number") return value;
  if (typeof entry === "string") {
    const unit = parseShorthand(entry)?.unitText;
    return unit === undefined ? value : { value, unit };
  }
  if (typeof entry !== "object" || entry === null) return value;
  const { unit, label, meaning } = entry as Record<string, unknown>;
  const kept = Object.entries({ unit, label, meaning }).filter(([, part]) => part !== undefined);
  return { value, ...(Object.fromEntries(kept) as object) };
}
