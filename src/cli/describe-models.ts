import { catalog, catalogKeys } from "../catalog/catalog.js";
import type { Entry } from "../catalog/entry.js";
import { describeDefinition } from "../models/describe-definition.js";
import { findModel, models } from "../models/library.js";
import type { Quantity } from "../models/quantity.js";
import { UsageError } from "./exit-codes.js";
import { table } from "./table.js";

/** The library, or with a name one model: quantities, defaults, grades and sources. */
export function describeModels(name: string | undefined): string {
  if (name === undefined) {
    const library = models.map((model) => [model.name, model.title]);
    const facts = catalogKeys.map((key) =>
      table(
        [key, "title"],
        catalog[key].map((entry) => [entry.name, entry.title]),
      ),
    );
    return [table(["model", "title"], library), ...facts].join("\n");
  }
  const model = findModel(name);
  if (!model) {
    const entries = catalogKeys.flatMap((key) => catalog[key].filter((one) => one.name === name));
    if (entries.length > 0) return entries.map(describeEntry).join("\n");
    const known = models.map((candidate) => candidate.name).join(", ");
    throw new UsageError(`there is no model ${JSON.stringify(name)}. Models: ${known}`);
  }
  const quantities = model.quantities.map(describe).join("\n");
  const limits = (model.limits ?? []).map(
    ({ value, most, breach }) => `${value} is at most ${most}; beyond it ${breach}`,
  );
  const checks = limits.length > 0 ? `Limits it checks:\n    ${limits.join("\n    ")}\n` : "";
  return `${model.title}\n${model.meaning}\nOutputs: ${model.outputs.join(", ")}\n${checks}\n${quantities}`;
}

function describeEntry({ title, quantities }: Entry): string {
  return `${title}\n\n${quantities.map(describe).join("\n")}`;
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
