import { ParameterError, type Parameters } from "./family.js";

/** More make the curve wiggle between them. */
const QUANTILES_MAX = 10;

/** The quantiles a metalog is stated by, from the smallest share up. */
export interface Quantiles {
  /** In (0, 100), rising. */
  readonly percents: readonly number[];
  /** In the quantity's unit, rising. */
  readonly values: readonly number[];
  /** As stated: `p2_5`. */
  readonly names: readonly string[];
}

/** A quantile's name: p and its percent, with _ for the decimal point. */
export const QUANTILE_NAME = /^p([0-9]{1,2})(?:_([0-9]{1,6}))?$/;

/** @throws {ParameterError} unless there are 3 to 10 quantiles that rise with their percents */
export function quantilesOf(parameters: Parameters): Quantiles {
  const stated = Object.entries(parameters["quantiles"] as Readonly<Record<string, number>>);
  if (stated.length < 3 || stated.length > QUANTILES_MAX) {
    const message = `quantiles must hold 3 to ${QUANTILES_MAX} entries; got ${stated.length}`;
    const fix = stated.length < 3 ? "Add one such as p50" : "Keep those you know best";
    throw new ParameterError("quantiles", message, fix);
  }
  const sorted = stated
    .map(([name, value]) => ({ name, value, percent: percentOf(name) }))
    .sort((a, b) => a.percent - b.percent);
  sorted.slice(1).forEach(({ name, value, percent }, k) => {
    const before = sorted[k]!;
    if (percent === before.percent) {
      const message = `${before.name} and ${name} are the same quantile`;
      throw new ParameterError("quantiles", message, "Keep one of the two", name);
    }
    if (!(before.value < value)) {
      const message = `${before.name} must be below ${name}; got ${before.value} and ${value}`;
      throw new ParameterError("quantiles", message, "Put them in order", name);
    }
  });
  return {
    percents: sorted.map(({ percent }) => percent),
    values: sorted.map(({ value }) => value),
    names: sorted.map(({ name }) => name),
  };
}

function percentOf(name: string): number {
  const [, whole, decimals = "0"] = QUANTILE_NAME.exec(name) ?? [];
  const percent = Number(`${whole ?? "0"}.${decimals}`);
  if (percent > 0) return percent;
  const message = `${name} is not a quantile's name`;
  throw new ParameterError("quantiles", message, "Write p10 or p2_5: above p0, below p100", name);
}
