import { baseUnits } from "./base-units.js";
import type { Dimension } from "./unit.js";

/** The dimension of a product. */
export function multiply(left: Dimension, right: Dimension): Dimension {
  return combine(left, right, 1);
}

/** The dimension of a quotient. */
export function divide(left: Dimension, right: Dimension): Dimension {
  return combine(left, right, -1);
}

/** The dimension of a power; halves and quarters are exact, so square roots may nest. */
export function raise(dimension: Dimension, exponent: number): Dimension {
  return combine({}, dimension, exponent);
}

/** Whether two values may be added, compared or exchanged. */
export function sameDimension(left: Dimension, right: Dimension): boolean {
  return isDimensionless(divide(left, right));
}

/** Whether a value is a pure number. */
export function isDimensionless(dimension: Dimension): boolean {
  return Object.values(dimension).every((exponent) => exponent === 0);
}

/**
 * A dimension as one readable unit text: what multiplies first, then what divides, each in the
 * order of the base units. Time is shown in `s`, energy in `J`, a pure number as `1`.
 *
 * @example describeDimension({ s: -1, USD: 1, GPU: -1 }) // => "USD/GPU/s"
 */
export function describeDimension(dimension: Dimension): string {
  const powers = Object.entries(dimension).sort(([a], [b]) => byBaseUnit(a, b));
  const above = powers.filter(([, exponent]) => exponent > 0).map(describePower);
  const below = powers.filter(([, exponent]) => exponent < 0).map(describePower);
  return [above.join("*") || "1", ...below].join("/");
}

function describePower([name, exponent]: [string, number]): string {
  const size = Math.abs(exponent);
  return size === 1 ? name : `${name}^${size}`;
}

function byBaseUnit(a: string, b: string): number {
  const rank = (name: string) => (baseUnits.includes(name) ? baseUnits.indexOf(name) : Infinity);
  const [first, second] = [rank(a), rank(b)];
  return first === second ? (a < b ? -1 : 1) : first - second;
}

/** `left * right^exponent`, without the base units that cancel. */
function combine(left: Dimension, right: Dimension, exponent: number): Dimension {
  const sum = new Map(Object.entries(left));
  for (const [name, power] of Object.entries(right)) {
    sum.set(name, (sum.get(name) ?? 0) + power * exponent);
  }
  return dimensionOf([...sum].filter(([, power]) => power !== 0));
}

/** Without a prototype, so that a base unit may safely be called `constructor`. */
function dimensionOf(powers: readonly (readonly [string, number])[]): Dimension {
  const dimension = Object.create(null) as Record<string, number>;
  for (const [name, power] of powers) dimension[name] = power;
  return dimension;
}
