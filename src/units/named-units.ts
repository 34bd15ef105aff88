import { prefixes } from "./prefixes.js";
import { baseUnits } from "./base-units.js";
import type { Dimension } from "./unit.js";

/**
 * A unit with a name of its own. Its scale is `numerator / denominator`, both whole numbers, so that
 * a product of units is rounded once.
 */
export interface NamedUnit {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly dimension: Dimension;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The Julian year of 365.25 days. Source: IAU Style Manual (1989), section 5.15. */
const YEAR = 365.25 * DAY;

/**
 * Every unit that a name alone can mean, prefixed ones included.
 *
 * @param extraBaseUnits base units of a scenario, each a dimension of its own
 */
export function namedUnits(extraBaseUnits: readonly string[]): readonly NamedUnit[] {
  const base = (name: string) => prefixed(name, 1, { [name]: 1 });
  return [
    ...baseUnits.flatMap(base),
    ...prefixed("W", 1, { J: 1, s: -1 }),
    ...prefixed("Wh", HOUR, { J: 1 }),
    { name: "h", numerator: HOUR, denominator: 1, dimension: { s: 1 } },
    { name: "day", numerator: DAY, denominator: 1, dimension: { s: 1 } },
    { name: "month", numerator: YEAR / 12, denominator: 1, dimension: { s: 1 } },
    { name: "year", numerator: YEAR, denominator: 1, dimension: { s: 1 } },
    { name: "%", numerator: 1, denominator: 100, dimension: {} },
    { name: "1", numerator: 1, denominator: 1, dimension: {} },
    ...extraBaseUnits.flatMap(base),
  ];
}

function prefixed(name: string, numerator: number, dimension: Dimension): NamedUnit[] {
  return prefixes.map(([prefix, factor]) => ({
    name: prefix + name,
    numerator: numerator * factor,
    denominator: 1,
    dimension,
  }));
}
