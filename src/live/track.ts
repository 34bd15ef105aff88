/** Steps of a slider to either side of its middle. */
export const STEPS = 50;

/** Where a slider's positions, -50 to 50, lie among values; its middle is what was recorded. */
export interface Track {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** To the scale on which the steps are equal, and back. */
  readonly scale: { readonly to: (value: number) => number; readonly from: (at: number) => number };
}

/** Figures that a value picked by a slider has. */
const FIGURES = 3;

/** The value at a position: exactly the recorded one in the middle, a round one elsewhere. */
export function valueAt({ low, middle, high, scale }: Track, position: number): number {
  if (position === 0) return middle;
  const share = Math.abs(position) / STEPS;
  const [from, to] = [scale.to(middle), scale.to(position < 0 ? low : high)];
  const value = Number(scale.from(from + share * (to - from)).toPrecision(FIGURES));
  return Math.min(Math.max(value, low), high);
}

/** The position nearest to a value; an end for values beyond it. */
export function positionOf({ low, middle, high, scale }: Track, value: number): number {
  if (value === middle) return 0;
  const [from, to] = [scale.to(middle), scale.to(value < middle ? low : high)];
  const share = to === from ? 0 : (scale.to(value) - from) / (to - from);
  const steps = Math.round(Math.min(Math.max(Number.isNaN(share) ? 1 : share, 0), 1) * STEPS);
  return value < middle ? -steps : steps;
}
