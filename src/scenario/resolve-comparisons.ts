import type { Quantity } from "../models/quantity.js";
import { sameDimension } from "../units/algebra.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import type { Draft } from "./draft.js";
import { parseUnit } from "./resolve-quantity.js";
import type { Expectation, Price } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

/** The quantities that the rest of a scenario speaks of. */
export interface Graph {
  /** All quantities, faulty ones too, so that these are not called unknown. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Those whose unit is known. */
  readonly quantities: ReadonlyMap<string, Quantity>;
}

/** The prices of a scenario, each matched with the output it is compared with. */
export function resolvePrices(
  context: Context,
  file: ScenarioFile,
  { drafts, quantities }: Graph,
  outputs: readonly string[],
): readonly Price[] {
  return Object.entries(file.prices ?? {}).flatMap(([name, entry]): Price[] => {
    const stated = typeof entry === "number" ? { price: entry } : entry;
    const path: Path = ["prices", name];
    const output =
      stated.output ?? outputFor(context, [...path, "unit"], stated.unit, quantities, outputs);
    const allSound = outputs.every((name) => quantities.has(name) || !drafts.has(name));
    if (output === undefined && !allSound) return [];
    if (output === undefined) {
      context.report(
        path,
        `no output is measured in the unit of the price ${name}`,
        "Give the price the unit of an output",
        { onKey: true },
      );
      return [];
    }
    const compared = quantities.get(output);
    if (!outputs.includes(output) || !compared) {
      context.report(
        [...path, "output"],
        `${output} is not one of the outputs`,
        "Add it to outputs",
      );
      return [];
    }
    const source = stated.source === undefined ? {} : { source: stated.source };
    return [{ name, price: stated.price, unit: stated.unit ?? compared.unit, output, ...source }];
  });
}

function outputFor(
  context: Context,
  path: Path,
  unitText: string | undefined,
  quantities: Graph["quantities"],
  outputs: readonly string[],
): string | undefined {
  if (unitText === undefined) return outputs[0];
  const unit = parseUnit(context, path, unitText);
  return (
    unit &&
    outputs.find((output) => {
      const measured = quantities.get(output);
      return (
        measured && sameDimension(context.units.parse(measured.unit).dimension, unit.dimension)
      );
    })
  );
}

/** The expectations of a scenario, each about an output or a price that exists. */
export function resolveExpectations(
  context: Context,
  file: ScenarioFile,
  outputs: readonly string[],
): readonly Expectation[] {
  const prices = Object.keys(file.prices ?? {});
  return (file.expect ?? []).flatMap((entry, k): Expectation[] => {
    const path: Path = ["expect", k];
    const bounds = "against" in entry ? "probability" : "between";
    const [low, high] = "against" in entry ? entry.probability : entry.between;
    if (low > high) {
      context.report(
        [...path, bounds],
        `${bounds} runs from ${low} down to ${high}`,
        "Put the smaller first",
      );
      return [];
    }
    if ("against" in entry) {
      if (prices.includes(entry.against)) return [{ kind: "break-even", ...entry }];
      context.report(
        [...path, "against"],
        `${entry.against} is not one of the prices`,
        didYouMean(entry.against, prices) ?? "Declare it under prices",
      );
      return [];
    }
    if (outputs.includes(entry.output)) return [{ kind: "percentile", ...entry }];
    context.report(
      [...path, "output"],
      `${entry.output} is not one of the outputs`,
      didYouMean(entry.output, outputs) ?? "Add it to outputs",
    );
    return [];
  });
}
