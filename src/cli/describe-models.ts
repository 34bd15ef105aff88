import { describeDefinition } from "../models/describe-definition.js";
import { findModel, models } from "../models/library.js";
import type { Quantity } from "../models/quantity.js";
import { workloads } from "../models/workloads/workloads.js";
import { UsageError } from "./exit-codes.js";
import { table } from "./table.js";

/** The library, or with a name one model: quantities, defaults, grades and sources. */
export function describeModels(name: string | undefined): string {
  if (name === undefined) {
    const library = models.map((model) => [model.name, model.title]);
    const kinds = workloads.map((workload) => [workload.name, workload.title]);
    return `${table(["model", "title"], library)}\n${table(["workload", "title"], kinds)}`;
  }
  const model = findModel(name);
  if (!model) {
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
