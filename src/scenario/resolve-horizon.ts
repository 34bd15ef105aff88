import { describeDimension, sameDimension } from "../units/algebra.js";
import type { Context } from "./context.js";
import type { Graph } from "./resolve-comparisons.js";
import { resolveExpression } from "./resolve-expression.js";
import type { Horizon } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";

/** What each formula has to measure, and how to make it so. */
const PARTS = {
  investment: ["USD", "Write what is paid before the first year: servers * server_price"],
  cash: ["USD/year", "Write what a year leaves: volume * margin, the volume in token/year"],
  discount: ["1/year", "Write 10 %/year, or divide a pure number by (1 year)"],
} as const;

/** The years of operation and what they cost and bring; undefined where none are declared. */
export function resolveHorizon(
  context: Context,
  file: ScenarioFile,
  graph: Graph,
  outputs: readonly string[],
): Horizon | undefined {
  if (!file.horizon) return undefined;
  const { years, price } = file.horizon;
  const read = (part: keyof typeof PARTS): string => {
    const formula = String(file.horizon![part]);
    checkUnit(context, graph, { part, formula, unit: PARTS[part][0], fix: PARTS[part][1] });
    return formula;
  };
  const horizon = {
    ...{ years, investment: read("investment") },
    ...{ cash: read("cash"), discount: read("discount") },
  };
  const lead = graph.quantities.get(outputs[0] ?? "");
  if (price === undefined || !lead) return horizon;
  const fix = `Write what ${lead.name} is held against, in ${lead.unit}`;
  const formula = String(price);
  checkUnit(context, graph, { part: "price", formula, unit: lead.unit, fix });
  return { ...horizon, price: formula };
}

function checkUnit(
  context: Context,
  graph: Graph,
  { part, formula, unit, fix }: Readonly<Record<"part" | "formula" | "unit" | "fix", string>>,
): void {
  const resolved = resolveExpression(context, ["horizon", part], formula, graph);
  if (!resolved) return;
  const { dimension, fitsAnyUnit } = resolved.measures;
  if (fitsAnyUnit || sameDimension(dimension, context.units.parse(unit).dimension)) return;
  const found = describeDimension(dimension);
  const what = found === "1" ? "a pure number" : `in ${found}`;
  context.report(["horizon", part], `${part} is in ${unit}; this one is ${what}`, fix);
}
