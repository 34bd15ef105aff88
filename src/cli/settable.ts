import { whyNotSet } from "../decision/freed.js";
import { compileModel } from "../engine/compile-model.js";
import type { Quantity } from "../models/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import { unknownName } from "./analysis-options.js";
import { UsageError } from "./exit-codes.js";

/**
 * The input or fixed number of that name, which may be set to one value after another.
 *
 * @param option that names it, for the message
 * @throws {UsageError} for one that there is not, that is none, or that the output does not rest on
 */
export function settable(
  scenario: Scenario,
  output: string,
  name: string,
  option: string,
): Quantity {
  const { quantities } = compileModel({ ...scenario, outputs: [output] });
  const quantity = scenario.quantities.find((candidate) => candidate.name === name);
  if (!quantity) {
    const names = quantities.filter((each) => !whyNotSet(each)).map((each) => each.name);
    throw new UsageError(`${option}: ${unknownName(name, names, "input of the scenario")}`);
  }
  const reason = whyNotSet(quantity);
  if (reason !== undefined) throw new UsageError(`${option}: ${name} ${reason}`);
  if (!quantities.some((each) => each.name === name)) {
    throw new UsageError(`${option}: ${output} does not rest on ${name}, which changes nothing`);
  }
  return quantity;
}
