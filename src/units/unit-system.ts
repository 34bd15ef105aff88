import { namedUnits, type NamedUnit } from "./named-units.js";
import { parseUnit } from "./parse-unit.js";
import { UnitError } from "./unit-error.js";
import type { Unit } from "./unit.js";

/** The units that one scenario may write. Values are held in base units: `value * unit.scale`. */
export interface UnitSystem {
  /** Every single name it knows, prefixed ones included: `USD`, `Mtoken`, `%`. */
  readonly names: readonly string[];
  /** @throws {UnitError} with the place in `text` and a mend. */
  readonly parse: (text: string) => Unit;
  /** The unit of one name, prefix included; nothing for names it does not know and for products. */
  readonly find: (name: string) => Unit | undefined;
}

/**
 * The built-in units and a scenario's own.
 *
 * @param extraBaseUnits names of further base units; each takes the prefixes k M G T P as well
 * @throws {UnitError} for a name that is no word, or that already means a unit
 * @example createUnitSystem(["seat"]).parse("USD/seat/month").scale // => 1 / 2629800
 */
export function createUnitSystem(extraBaseUnits: readonly string[] = []): UnitSystem {
  for (const name of extraBaseUnits) checkWord(name);
  const units = new Map<string, NamedUnit>();
  for (const unit of namedUnits(extraBaseUnits)) {
    if (units.has(unit.name)) throw alreadyTaken(unit.name);
    units.set(unit.name, unit);
  }
  return {
    names: [...units.keys()],
    parse: (text) => parseUnit(text, units),
    find: (name) => (units.has(name) ? parseUnit(name, units) : undefined),
  };
}

function checkWord(name: string): void {
  if (/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) return;
  throw new UnitError(
    `${JSON.stringify(name)} cannot name a unit`,
    { start: 0, end: name.length },
    "Use letters, digits and underscores, starting with a letter.",
  );
}

function alreadyTaken(name: string): UnitError {
  const span = { start: 0, end: name.length };
  return new UnitError(`the unit ${name} is already known`, span, "Give it another name, once.");
}
