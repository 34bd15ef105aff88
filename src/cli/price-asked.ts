import { createUnitSystem } from "../units/unit-system.js";
import type { Price, Scenario } from "../scenario/scenario.js";
import { unknownName } from "./analysis-options.js";
import { UsageError } from "./exit-codes.js";
import { numberIn } from "./numbers.js";

/** A price in the unit of the output it is held against. */
export interface PriceAsked {
  /** Its name in the scenario; absent for a bare number. */
  readonly against?: string;
  readonly price: number;
  readonly unit: string;
}

/**
 * The price that `--price` names, or its number in the output's unit; without one, the first price of
 * the output.
 *
 * @throws {UsageError} for a name that is none of the output's prices
 */
export function priceAsked(scenario: Scenario, output: string, asked?: string): PriceAsked {
  const own = scenario.prices.filter((price) => price.output === output);
  const { unit } = scenario.quantities.find(({ name }) => name === output)!;
  const named = asked === undefined ? own[0] : own.find(({ name }) => name === asked);
  if (named) return { against: named.name, price: converted(scenario, named, unit), unit };
  const number = asked === undefined ? NaN : numberIn(asked);
  if (!Number.isNaN(number)) return { price: number, unit };
  if (asked === undefined || own.length === 0) {
    const what = asked === undefined ? "" : `; ${JSON.stringify(asked)} is none`;
    throw new UsageError(
      `${output} has no prices in the scenario${what}: give --price a number in ${unit}`,
    );
  }
  const names = own.map(({ name }) => name);
  throw new UsageError(`--price: ${unknownName(asked, names, `price of ${output}`)}`);
}

/** All prices that an output is held against. */
export function pricesOf(scenario: Scenario, output: string): readonly PriceAsked[] {
  const own = scenario.prices.filter((price) => price.output === output);
  return own.map(({ name }) => priceAsked(scenario, output, name));
}

/** The output that the price of that name is held against. */
export function outputOfPrice({ prices }: Scenario, asked?: string): string | undefined {
  return prices.find(({ name }) => name === asked)?.output;
}

function converted({ units }: Scenario, { price, unit }: Price, into: string): number {
  if (unit === into) return price;
  const system = createUnitSystem(units);
  return (price * system.parse(unit).scale) / system.parse(into).scale;
}
