import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec, ParameterValue } from "../distributions/distribution.js";
import type { Quantity } from "../models/quantity.js";
import { type Changes, isUnchanged } from "./changes.js";
import type { LiveRecord } from "./live-record.js";
import { movedQuantity } from "./live-model.js";

/**
 * The changes as entries of a scenario file's `inputs:` and `prices:`: laid over the file that the
 * report was made from, `breakeven run` draws exactly what the panel shows. Empty where there are none.
 */
export function patchYaml({ scenario, price }: LiveRecord, changes: Changes): string {
  if (isUnchanged(changes)) return "";
  const inputs = scenario.quantities
    .filter(({ name }) => changes.inputs[name])
    .map((quantity) => inputEntry(quantity, changes));
  const lead = scenario.quantities.find(({ name }) => name === scenario.outputs[0])!;
  const lines = [
    ...(inputs.length === 0 ? [] : ["inputs:", ...inputs.flat()]),
    ...(changes.price === undefined || !price
      ? []
      : [
          "prices:",
          `  ${quoted(price.name)}: { price: ${changes.price}, unit: ${quoted(lead.unit)}, output: ${lead.name}, source: ${quoted(sourceText(`the price was ${price.price}`))} }`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function inputEntry(quantity: Quantity, changes: Changes): readonly string[] {
  const { name, label, unit, nature } = quantity;
  const { spec } = movedQuantity(quantity, changes).definition as { spec: DistributionSpec };
  const recorded = (quantity.definition as { spec: DistributionSpec }).spec;
  const median = createDistribution(recorded).quantile(0.5).toPrecision(4);
  const entry: readonly (readonly [string, string])[] = [
    ["distribution", spec.distribution],
    ...Object.entries(spec.parameters).map(([key, value]) => [key, flow(value)] as const),
    ...(spec.truncate ? ([["truncate", flow(spec.truncate)]] as const) : []),
    ["unit", quoted(unit)],
    ["label", quoted(label)],
    ...(nature ? ([["nature", nature]] as const) : []),
    ["source", quoted(sourceText(`the median was ${Number(median)}`))],
  ];
  return [`  ${name}:`, ...entry.map(([key, value]) => `    ${key}: ${value}`)];
}

function sourceText(before: string): string {
  return `Moved in the report's own view; ${before}`;
}

/** A parameter in YAML's flow style. */
function flow(value: ParameterValue): string {
  if (typeof value === "number") return String(value);
  const entries = Object.entries(value as Readonly<Record<string, number>>);
  return Array.isArray(value)
    ? `[${value.join(", ")}]`
    : `{ ${entries.map(([key, x]) => `${key}: ${x}`).join(", ")} }`;
}

/** Text in double quotes, as YAML and JSON both read it; what cannot be seen is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
