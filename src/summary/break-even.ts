import type { CompiledModel } from "../engine/compile-model.js";
import type { Price, Scenario } from "../scenario/scenario.js";
import { type OutputColumn, outputProbability } from "./output.js";
import type { BreakEven } from "./summary.js";

/** How often a price suffices for the output it is compared with, in that output's unit. */
export function compareWithPrice(
  { name, price, unit, source }: Price,
  model: CompiledModel,
  output: OutputColumn,
): BreakEven {
  const same = unit === output.unit;
  const converted = same ? price : (price * model.units.parse(unit).scale) / output.scale;
  return {
    output: output.name,
    against: name,
    price: converted,
    unit: output.unit,
    ...(source === undefined ? {} : { source }),
    probability: outputProbability(output, converted),
  };
}

/** The same for every price of a scenario; `outputs` holds all that are compared with one. */
export function compareWithPrices(
  { prices }: Pick<Scenario, "prices">,
  model: CompiledModel,
  outputs: readonly OutputColumn[],
): readonly BreakEven[] {
  return prices.map((price) =>
    compareWithPrice(
      price,
      model,
      outputs.find(({ name }) => name === price.output)!,
    ),
  );
}
