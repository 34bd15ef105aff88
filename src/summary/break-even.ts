import type { CompiledModel } from "../engine/compile-model.js";
import type { Price, Scenario } from "../scenario/scenario.js";
import { tooClose } from "../statistics/too-close.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { BreakEven } from "./summary.js";

const EVEN = 0.5;

/** How often a price suffices for the output it is compared with, in that output's unit. */
export function compareWithPrice(
  { name, price, unit, source }: Price,
  model: CompiledModel,
  output: DrawnOutput,
): BreakEven {
  const converted = priceIn({ price, unit }, output, model);
  const probability = output.probability(converted);
  const close = output.undefinedDraws > 0 ? undefined : tooClose(probability, EVEN, output.draws);
  return {
    output: output.name,
    against: name,
    price: converted,
    unit: output.unit,
    ...(source === undefined ? {} : { source }),
    probability,
    ...(close === undefined ? {} : { tooClose: close }),
  };
}

/** The same for every price of a scenario; `outputs` holds all that are compared with one. */
export function compareWithPrices(
  { prices }: Pick<Scenario, "prices">,
  model: CompiledModel,
  outputs: readonly DrawnOutput[],
): readonly BreakEven[] {
  return prices.map((price) =>
    compareWithPrice(
      price,
      model,
      outputs.find(({ name }) => name === price.output)!,
    ),
  );
}

/** A price in the unit of the output that it is compared with. */
export function priceIn(
  { price, unit }: Pick<Price, "price" | "unit">,
  output: Pick<DrawnOutput, "unit" | "scale">,
  { units }: Pick<CompiledModel, "units">,
): number {
  return unit === output.unit ? price : (price * units.parse(unit).scale) / output.scale;
}
