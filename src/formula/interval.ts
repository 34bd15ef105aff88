import { power } from "./power.js";

/** All values from `low` to `high`, ends included; `undefined` stands for values nothing is known of. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Bounds = Interval | undefined;

/** The interval between two ends, unknown where an end is not a number. */
export function interval(low: number, high: number): Bounds {
  return low <= high ? { low, high } : undefined;
}

/** The smallest interval that holds both. */
export function union(a: Bounds, b: Bounds): Bounds {
  return a && b && interval(Math.min(a.low, b.low), Math.max(a.high, b.high));
}

export function add(a: Interval, b: Interval): Bounds {
  return interval(a.low + b.low, a.high + b.high);
}

export function negate({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

/** Zero times an unbounded end is zero: no draw is infinite. */
export function multiply(a: Interval, b: Interval): Bounds {
  const product = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);
  return hull(corners(a, b).map(([x, y]) => product(x, y)));
}

/** The reciprocal of an interval without zero. */
export function reciprocal({ low, high }: Interval): Bounds {
  return interval(1 / high, 1 / low);
}

export function holdsZero({ low, high }: Interval): boolean {
  return low <= 0 && high >= 0;
}

/** Powers of a base that is not negative, or to a whole exponent that does not vary. */
export function raise(base: Interval, exponent: Interval): Bounds {
  const whole = exponent.low === exponent.high && Number.isInteger(exponent.low);
  if (base.low < 0 && !whole) return undefined;
  if (exponent.low < 0 && exponent.high <= 0 && !holdsZero(base)) {
    const inverse = raise(base, negate(exponent));
    return inverse && (holdsZero(inverse) ? undefined : reciprocal(inverse));
  }
  // Monotone in each operand, but for even powers, which turn around at zero.
  const ends = corners(base, exponent).map(([x, y]) => power(x, y));
  const turns = base.low < 0 && base.high > 0 && exponent.low % 2 === 0 && exponent.low > 0;
  return hull(turns ? [...ends, 0] : ends);
}

function corners(a: Interval, b: Interval): readonly (readonly [number, number])[] {
  return [
    [a.low, b.low],
    [a.low, b.high],
    [a.high, b.low],
    [a.high, b.high],
  ];
}

function hull(values: readonly number[]): Bounds {
  return interval(Math.min(...values), Math.max(...values));
}
