/** What a box asks of one input, both ends included; of a switch, the cases it may have. */
export interface Condition {
  readonly input: string;
  readonly min?: number;
  readonly max?: number;
  readonly cases?: readonly number[];
}

/** Rounding may move this share of the draws across a threshold. */
const MOVED_MAX = 0.01;
const FIGURES = { min: 2, max: 15 } as const;

/**
 * The condition that allows some levels of an input, its thresholds rounded to as few figures as leave
 * 99% of the draws on their side.
 *
 * @param values of the input, one per draw
 * @param levels of the same draws, ascending with the values
 * @param allowed by level; neighbours where levels have an order
 */
export function conditionOn(
  input: string,
  values: Float64Array,
  levels: Uint8Array,
  allowed: Uint8Array,
): Condition {
  const [first, last] = [allowed.indexOf(1), allowed.lastIndexOf(1)];
  const inside = values.filter((_, draw) => allowed[levels[draw]!] === 1);
  const least = inside.reduce((a, b) => Math.min(a, b), Infinity);
  const most = inside.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    input,
    ...(first > 0 ? { min: rounded(least, values, (value, end) => value >= end) } : {}),
    ...(last < allowed.length - 1
      ? { max: rounded(most, values, (value, end) => value <= end) }
      : {}),
  };
}

/** Whether a value meets a condition. */
export function meets(
  { min = -Infinity, max = Infinity, cases }: Condition,
  value: number,
): boolean {
  return cases ? cases.includes(value) : value >= min && value <= max;
}

function rounded(
  end: number,
  values: Float64Array,
  within: (value: number, end: number) => boolean,
): number {
  for (let figures = FIGURES.min; figures < FIGURES.max; figures++) {
    const rough = Number(end.toPrecision(figures));
    let moved = 0;
    for (const value of values) if (within(value, rough) !== within(value, end)) moved++;
    if (moved <= MOVED_MAX * values.length) return rough;
  }
  return end;
}
