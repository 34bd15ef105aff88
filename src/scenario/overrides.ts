import { parseShorthand } from "../distributions/shorthand.js";

/**
 * Values that replace entries of `inputs:` by name: a number in the entry's unit, or a shorthand.
 * `server_price.p5` is a parameter of an entry; the name of a switch leaves it only the case named.
 */
export type Overrides = ReadonlyMap<string, number | string>;

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The data of a file with overrides laid over its inputs; formulas and cases that state an input of
 * the same name give way. Switches are left as they are: `resolveSwitches` takes their overrides.
 */
export function withOverrides(data: unknown, overrides: Overrides): unknown {
  if (overrides.size === 0 || !isMapping(data)) return data;
  const { inputs, formulas, switches, ...rest } = data;
  const stated: Mapping = { ...asMapping(formulas), ...asMapping(inputs) };
  const replaced: Record<string, unknown> = { ...asMapping(inputs) };
  for (const [name, value] of overrides) {
    if (isMapping(switches) && Object.hasOwn(switches, name)) continue;
    const [owner, parameter] = name.split(".") as [string, string?];
    const entry = replaced[owner];
    if (parameter !== undefined && isMapping(entry) && Object.hasOwn(entry, parameter)) {
      replaced[owner] = { ...entry, [parameter]: parameterValue(entry[parameter], value) };
    } else replaced[name] = inUnitOf(stated[name], value);
  }
  return {
    ...rest,
    inputs: replaced,
    ...(formulas === undefined ? {} : { formulas: without(formulas, overrides) }),
    ...(isMapping(switches) ? { switches: mapValues(switches, uncased(overrides)) } : {}),
  };
}

/** Names of inputs, formulas and switches that the data states, cases of switches included. */
export function statedNames(data: unknown): readonly string[] {
  const { inputs, formulas, switches } = asMapping(data);
  const cases = Object.values(asMapping(switches)).flatMap((one) => {
    const listed = asMapping(one)["cases"];
    return Array.isArray(listed) ? listed : [];
  });
  return [
    ...[inputs, formulas, switches].flatMap((entries) => Object.keys(asMapping(entries))),
    ...cases.flatMap((one) => Object.keys(asMapping(asMapping(one)["inputs"]))),
  ];
}

/** A bare number means the unit that the entry it replaces is stated in. */
function inUnitOf(entry: unknown, value: number | string): unknown {
  if (typeof value !== "number") return value;
  if (typeof entry === "string") {
    const unit = parseShorthand(entry)?.unitText;
    return unit === undefined ? value : { value, unit };
  }
  if (!isMapping(entry)) return value;
  const { unit, label, meaning } = entry;
  const kept = Object.entries({ unit, label, meaning }).filter(([, part]) => part !== undefined);
  return { value, ...(Object.fromEntries(kept) as object) };
}

/** A parameter that was uncertain stays an entry of its own, so that it keeps its Sobol' dimension. */
function parameterValue(stated: unknown, value: number | string): unknown {
  const entry = inUnitOf(stated, value);
  return typeof stated !== "number" && typeof entry === "number" ? { value: entry } : entry;
}

/** A switch whose cases leave the inputs that are overridden alone. */
function uncased(overrides: Overrides): (entry: unknown) => unknown {
  const strip = (one: unknown): unknown =>
    isMapping(one) && isMapping(one["inputs"])
      ? { ...one, inputs: without(one["inputs"], overrides) }
      : one;
  return (entry) =>
    isMapping(entry) && Array.isArray(entry["cases"])
      ? { ...entry, cases: entry["cases"].map(strip) }
      : entry;
}

function without(entries: unknown, overrides: Overrides): unknown {
  if (!isMapping(entries)) return entries;
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !overrides.has(name)));
}

function mapValues(entries: Mapping, change: (value: unknown) => unknown): Mapping {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
}

function asMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
