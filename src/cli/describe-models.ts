import { describeDefinition } from "../models/describe-definition.js";
import { findModel, models } from "../models/library.js";
import type { Quantity } from "../models/quantity.js";
import { UsageError } from "./exit-codes.js";
import { table } from "./table.js";

/** The library, or with a name one model: quantities, defaults, grades and sources. */
export function describeModels(name: string | undefined): string {
  if (name === undefined) {
    return table(
      ["model", "title"],
      models.map((model) => [model.name, model.title]),
    );
  }
  const model = findModel(name);
  if (!model) {
    const known = models.map((candidate) => candidate.name).join(", ");
    throw new UsageError(`there is no model ${JSON.stringify(name)}. Models: ${known}`);
  }
  const quantities = model.quantities.map(describe).join("\n");
  return `${model.title}\n${model.meaning}\nOutputs: ${model.outputs.join(", ")}\n\n${quantities}`;
}

function describe({ name, label, unit, meaning, source, grade, definition }: Quantity): string {
  const lines = [
    `${name} (${unit}) = ${describeDefinition(definition)}`,
    `    ${label}${meaning === undefined ? "" : `: ${meaning}`}`,
    ...(source === undefined
      ? []
      : [`    source${grade === undefined ? "" : ` (${grade})`}: ${source}`]),
  ];
  return `${lines.join("\n")}\n`;
}
