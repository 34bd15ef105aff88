const STEPS_MAX = 1000;

interface Point {
  readonly x: number;
  /** Below 0 on one side of the bracket, 0 or above on the other; may be infinite. */
  readonly y: number;
}

/**
 * The smallest number from `low` to `high` at which a function that never falls reaches 0, to the last
 * bit of a normal number; the function may jump. Inverse quadratic interpolation where it is smooth, halving where it is
 * not: about 12 evaluations for a smooth one, 60 for a jump.
 *
 * @returns high where the function stays below 0
 *
 * Source: Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a
 * nonlinear function", Advances in Engineering Software 28 (1997).
 */
export function firstReaching(f: (x: number) => number, low: number, high: number): number {
  let newest: Point = { x: low, y: f(low) };
  if (newest.y >= 0) return low;
  let opposite: Point = { x: high, y: f(high) };
  if (opposite.y < 0) return high;
  let older: Point | undefined;
  let push = 1;
  for (let k = 0; k < STEPS_MAX; k++) {
    const between = middle(newest.x, opposite.x);
    if (between === newest.x || between === opposite.x) break;
    let x = (older && interpolated(newest, opposite, older)) ?? between;
    // A step too short to leave its side of the root is stretched until it does.
    const least = push * (Math.abs(newest.x) * 2 ** -52 + Number.MIN_VALUE);
    if (Math.abs(x - newest.x) < least) {
      const stretched = newest.x + Math.sign(opposite.x - newest.x) * least;
      x = isBetween(stretched, newest.x, opposite.x) ? stretched : between;
      push *= 4;
    } else if (!isBetween(x, newest.x, opposite.x)) x = between;
    const found = { x, y: f(x) };
    const sameSide = found.y < 0 === newest.y < 0;
    older = sameSide ? newest : opposite;
    if (!sameSide) opposite = newest;
    newest = found;
  }
  return newest.y < 0 ? opposite.x : newest.x;
}

function isBetween(x: number, a: number, b: number): boolean {
  return Math.min(a, b) < x && x < Math.max(a, b);
}

/** Where the parabola through three points, x over y, crosses 0; undefined where it may mislead. */
function interpolated(newest: Point, opposite: Point, older: Point): number | undefined {
  const [a, b, c] = [newest.y, opposite.y, older.y];
  if (!Number.isFinite(a + b + c) || a === c) return undefined;
  const xi = (newest.x - opposite.x) / (older.x - opposite.x);
  const phi = (a - b) / (c - b);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return undefined;
  const share =
    (a / (b - a)) * (c / (b - c)) +
    ((older.x - newest.x) / (opposite.x - newest.x)) * (a / (c - a)) * (b / (c - b));
  return newest.x + share * (opposite.x - newest.x);
}

/** Halfway between two numbers: in ratio where one is far larger, by way of 0 where signs differ. */
function middle(a: number, b: number): number {
  const sign = Math.sign(a + b);
  const small = Math.min(Math.abs(a), Math.abs(b));
  const large = Math.max(Math.abs(a), Math.abs(b));
  if (a < 0 !== b < 0 && small > 0) return 0;
  if (small === 0) return sign * large * 1e-6;
  return large / small > 4 ? sign * Math.sqrt(small) * Math.sqrt(large) : a + (b - a) / 2;
}
