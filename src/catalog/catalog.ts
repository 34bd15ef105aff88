import type { Entry } from "./entry.js";
import { gpus } from "./gpus.js";
import { llms } from "./llms.js";
import { priceLists } from "./price-lists.js";
import { workloads } from "./workloads.js";

/** What a scenario can name, by the key it does so with; later ones stand over earlier ones. */
export const catalog = {
  gpu: gpus,
  llm: llms,
  price_list: priceLists,
  workload: workloads,
} as const satisfies Readonly<Record<string, readonly Entry[]>>;

/** A key of a scenario that names an entry of the catalog. */
export type CatalogKey = keyof typeof catalog;

/** The keys in the order in which their entries are laid over a model. */
export const catalogKeys = Object.keys(catalog) as readonly CatalogKey[];
