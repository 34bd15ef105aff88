import type { Axis } from "../../report/figures/axis.js";

const LINEAR_STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round values on an axis.
 *
 * @param count about how many
 */
export function ticksOf({ log, low, high }: Axis, count: number): readonly number[] {
  if (log) {
    const decades = Math.log10(high) - Math.log10(low);
    const every = Math.max(1, Math.round(decades / count));
    const steps = decades < count / 2 ? [1, 3] : [1];
    const first = Math.ceil(Math.floor(Math.log10(low)) / every) * every;
    const powers = Array.from(
      { length: Math.ceil(decades / every) + 2 },
      (_, k) => first + k * every,
    );
    return powers
      .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
      .filter((tick) => tick >= low && tick <= high);
  }
  const rough = (high - low) / count;
  const power = Number(`1e${Math.floor(Math.log10(rough))}`);
  const step = LINEAR_STEPS.map((one) => one * power).find((one) => one >= rough)!;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++)
    ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}
