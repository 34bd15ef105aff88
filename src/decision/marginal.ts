import { quantileSorted } from "simple-statistics";
import type { Distribution } from "../distributions/distribution.js";
import type { FixedDraws } from "./fixed-draws.js";

/** What is believed of one input whatever the others are. */
export type Marginal = Pick<Distribution, "quantile" | "cdf">;

/**
 * The distribution of an input: its own, or that of the draws where it depends on other inputs.
 *
 * @throws {RangeError} for an input that the model does not have
 */
export function marginalOf(draws: FixedDraws, name: string): Marginal {
  const place = draws.model.inputs.findIndex((input) => input.name === name);
  const input = draws.model.inputs[place];
  if (!input) throw new RangeError(`no input named ${name}`);
  if ("distribution" in input) return input.distribution;
  const sorted = Float64Array.from(
    draws.sizes.flatMap((_, r) => [...draws.values(r)[place]!]),
  ).sort();
  return {
    quantile: (p) => quantileSorted(sorted as unknown as number[], p),
    cdf: (value) => sorted.reduce((count, x) => count + Number(x <= value), 0) / sorted.length,
  };
}
