import { ParameterError, type Parameters } from "./family.js";

/** A single number among the parameters; absent where the family lists it as optional. */
export function numberOf(parameters: Parameters, name: string): number {
  return parameters[name] as number;
}

/** A list of numbers among the parameters. */
export function listOf(parameters: Parameters, name: string): readonly number[] {
  return parameters[name] as readonly number[];
}

/** @throws {ParameterError} unless the value is above 0 and finite */
export function positive(name: string, value: number, fix = `Give a positive ${name}`): number {
  if (value > 0 && value < Infinity) return value;
  throw new ParameterError(name, `${name} must be above 0; got ${value}`, fix);
}

/** @throws {ParameterError} unless the standard deviation is above 0 */
export function spread(parameters: Parameters): number {
  const fix =
    numberOf(parameters, "sd") === 0 ? "Use constant for a fixed value" : "Give a positive sd";
  return positive("sd", numberOf(parameters, "sd"), fix);
}

/**
 * Two bounds in order, and not so far apart that their distance overflows.
 * @throws {ParameterError} otherwise
 */
export function ordered(
  parameters: Parameters,
  low: string,
  high: string,
): readonly [low: number, high: number] {
  const from = numberOf(parameters, low);
  const to = numberOf(parameters, high);
  if (!(from < to)) {
    const fix = from === to ? "Use constant for a fixed value" : `Put the smaller in ${low}`;
    throw new ParameterError(high, `${low} must be below ${high}; got ${from} and ${to}`, fix);
  }
  if (to - from === Infinity) {
    throw new ParameterError(
      high,
      `the range from ${from} to ${to} is too wide for a number`,
      "Narrow it",
    );
  }
  return [from, to];
}

/** Which of a family's symmetric percentile pairs the parameters hold: `["p5", "p95", 0.95]`. */
export function percentilePair(
  parameters: Parameters,
): readonly [low: string, high: string, upper: number] | undefined {
  return PERCENTILE_PAIRS.find(([low]) => parameters[low] !== undefined);
}

const PERCENTILE_PAIRS = [
  ["p5", "p95", 0.95],
  ["p10", "p90", 0.9],
  ["p25", "p75", 0.75],
] as const;

/** The names of these pairs, for a family's parameter sets. */
export const percentileSets: readonly (readonly string[])[] = PERCENTILE_PAIRS.map(
  ([low, high]) => [low, high],
);
