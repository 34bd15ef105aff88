import type { CompiledModel } from "../engine/compile-model.js";
import type { Price } from "../scenario/scenario.js";
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
