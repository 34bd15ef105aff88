import { catalog, type CatalogKey, catalogKeys } from "../catalog/catalog.js";
import type { Model } from "../models/quantity.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import { printable } from "./explain-issue.js";
import type { ScenarioFile } from "./schema.js";

/** The model with the facts of what a scenario names (a GPU, a language model, ...) in place of its own. */
export function layOver(
  file: ScenarioFile,
  model: Model | undefined,
  report: Context["report"],
): Model | undefined {
  return catalogKeys.reduce<Model | undefined>((laid, key) => {
    const name = file[key];
    return name === undefined ? laid : layOne(key, name, laid, report);
  }, model);
}

function layOne(
  key: CatalogKey,
  name: string,
  model: Model | undefined,
  report: Context["report"],
): Model | undefined {
  const entry = catalog[key].find((candidate) => candidate.name === name);
  const what = key.replace("_", " ");
  if (!entry) {
    const names = catalog[key].map((candidate) => candidate.name);
    const mend = didYouMean(name, names) ?? `Known: ${names.join(", ")}`;
    report([key], `there is no ${what} ${printable(name)}`, mend);
    return model;
  }
  const theirs = new Map(entry.quantities.map((quantity) => [quantity.name, quantity]));
  if (!model?.quantities.some((quantity) => theirs.has(quantity.name))) {
    const fix = `Name a model that has one, such as inference, or leave ${key} out`;
    report([key], `this model asks nothing of a ${what}`, fix, { onKey: true });
    return model;
  }
  const quantities = model.quantities.map((quantity) => theirs.get(quantity.name) ?? quantity);
  return { ...model, quantities };
}
