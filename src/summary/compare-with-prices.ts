import type { CompiledModel } from "../engine/compile-model.js";
import type { Price, Scenario } from "../scenario/scenario.js";
import { type OutputColumn, outputProbability } from "./output.js";
import type { BreakEven } from "./summary.js";

/** How often the outputs of a run are at or below the prices they are compared with. */
export function compareWithPrices(
  { prices }: Pick<Scenario, "prices">,
  { units }: CompiledModel,
  outputs: readonly OutputColumn[],
): readonly BreakEven[] {
  return prices.map((price) => {
    const compared = outputs.find(({ name }) => name === price.output)!;
    const converted = inUnitOf(price, compared, units);
    return {
      output: price.output,
      against: price.name,
      price: converted,
      unit: compared.unit,
      ...(price.source === undefined ? {} : { source: price.source }),
      probability: outputProbability(compared, converted),
    };
  });
}

function inUnitOf(
  { price, unit }: Price,
  compared: OutputColumn,
  units: CompiledModel["units"],
): number {
  return unit === compared.unit ? price : (price * units.parse(unit).scale) / compared.scale;
}
