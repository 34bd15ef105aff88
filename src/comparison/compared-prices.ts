import { sameDimension } from "../units/algebra.js";
import { createUnitSystem } from "../units/unit-system.js";
import { type Graph, scaleOf } from "./graph.js";
import { Incomparable } from "./incomparable.js";
import type { Pair } from "./pair.js";
import type { ComparedPrice } from "./simulate-pair.js";
import type { Price } from "../scenario/scenario.js";

/** A price by its name in either scenario, or an amount in the output's unit. */
export type PriceAsked = string | number;

/**
 * The prices both scenarios are held against: the one asked for, or every one that both state for
 * the output compared.
 *
 * @throws {Incomparable} where neither knows the price asked for, or it is measured otherwise
 */
export function comparedPrices(
  pair: Pair,
  asked: PriceAsked | undefined,
): readonly ComparedPrice[] {
  const { a, b, output } = pair;
  if (typeof asked === "number") return [{ against: "The price asked", a: asked, b: asked }];
  if (asked !== undefined) return [named(pair, asked)];
  const stated = ({ scenario }: Graph): readonly Price[] =>
    scenario.prices.filter((price) => price.output === output);
  return stated(a).flatMap((price) => {
    const other = stated(b).find(({ name }) => name === price.name);
    if (!other) return [];
    return [{ against: price.name, a: amount(pair, a, price), b: amount(pair, b, other) }];
  });
}

function named(pair: Pair, name: string): ComparedPrice {
  const find = ({ scenario }: Graph): Price | undefined =>
    scenario.prices.find((price) => price.name === name);
  const [ofA, ofB] = [find(pair.a), find(pair.b)];
  const a = ofA ? amount(pair, pair.a, ofA) : amount(pair, pair.b, ofB ?? unknown(pair, name));
  return { against: name, a, b: ofB ? amount(pair, pair.b, ofB) : a };
}

function unknown({ a, b }: Pair, name: string): never {
  const names = [a, b].flatMap(({ scenario }) => scenario.prices.map((price) => price.name));
  const known = names.length > 0 ? `prices: ${[...new Set(names)].join(", ")}` : "they state none";
  throw new Incomparable(`neither scenario states a price ${JSON.stringify(name)}; ${known}`);
}

/** In the output's unit. */
function amount(pair: Pair, graph: Graph, { name, price, unit }: Price): number {
  const output = pair.a.quantities.get(pair.output)!;
  const units = createUnitSystem([...new Set([...pair.a.scenario.units, ...graph.scenario.units])]);
  if (!sameDimension(units.parse(unit).dimension, units.parse(output.unit).dimension)) {
    throw new Incomparable(`${name} is a price in ${unit}; ${output.name} is in ${output.unit}`);
  }
  return unit === output.unit
    ? price
    : (price * units.parse(unit).scale) / scaleOf(pair.a, output.name);
}
