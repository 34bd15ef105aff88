import { describeDimension, sameDimension } from "../units/algebra.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import type { Graph } from "./resolve-comparisons.js";
import { resolveExpression } from "./resolve-expression.js";
import type { Decision, Price } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

const UNITS = ["USD/year", "USD"] as const;

type Payoff = NonNullable<ScenarioFile["decision"]>["options"][string];

/** The options of a decision and what each pays; undefined where the scenario declares none. */
export function resolveDecision(
  context: Context,
  file: ScenarioFile,
  graph: Graph,
  prices: readonly Price[],
): Decision | undefined {
  if (!file.decision) return undefined;
  const entries = Object.entries(file.decision.options);
  if (entries.length < 2) {
    const fix = "Add another; doing nothing is an option too, with a payoff of 0";
    context.report(["decision", "options"], "a decision has two options or more", fix);
  }
  let agreed: { readonly unit: Decision["unit"]; readonly by: string } | undefined;
  const options = entries.flatMap(([name, entry]) => {
    const path = ["decision", "options", name];
    const formula = payoffOf(context, path, entry, { graph, prices, file });
    if (formula === undefined) return [];
    const unit = paidIn(context, path, formula, graph);
    if (unit === undefined) return [];
    if (unit !== "any") {
      agreed ??= { unit, by: name };
      if (unit !== agreed.unit) {
        const message = `this pays in ${unit}, but ${agreed.by} pays in ${agreed.unit}`;
        context.report(path, message, "Let all options pay in one of the two", { onKey: true });
      }
    }
    return [{ name, formula }];
  });
  return { options, unit: agreed?.unit ?? "USD" };
}

interface Known {
  readonly graph: Graph;
  readonly prices: readonly Price[];
  readonly file: ScenarioFile;
}

/** The formula of a payoff; undefined where something was reported. */
function payoffOf(
  context: Context,
  path: Path,
  entry: Payoff,
  { graph, prices, file }: Known,
): string | undefined {
  if (typeof entry === "number") return String(entry);
  if (typeof entry === "string") return entry;
  const { volume, price: name } = entry;
  const stated = Object.keys(file.prices ?? {});
  if (!stated.includes(name)) {
    const fix = didYouMean(name, stated) ?? "Declare it under prices";
    context.report([...path, "price"], `${name} is not one of the prices`, fix);
    return undefined;
  }
  const price = prices.find((one) => one.name === name);
  if (!price || !resolveExpression(context, [...path, "volume"], volume, graph)) return undefined;
  const amount = price.unit === "1" ? String(price.price) : `${price.price} ${price.unit}`;
  return `(${volume}) * (${amount} - ${price.output})`;
}

/** What a payoff is measured in; a bare 0 fits any. */
function paidIn(
  context: Context,
  path: Path,
  formula: string,
  graph: Graph,
): Decision["unit"] | "any" | undefined {
  const resolved = resolveExpression(context, path, formula, graph);
  if (!resolved) return undefined;
  const { dimension, fitsAnyUnit } = resolved.measures;
  if (fitsAnyUnit) return "any";
  const unit = UNITS.find((one) => sameDimension(dimension, context.units.parse(one).dimension));
  if (unit) return unit;
  context.report(
    path,
    `a payoff is in USD or USD/year; this one is in ${describeDimension(dimension)}`,
    "Multiply it by a volume, such as 2 Ttoken/year",
  );
  return undefined;
}
