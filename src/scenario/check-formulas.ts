import { checkUnits } from "../formula/check-units.js";
import { type Expression, FormulaError } from "../formula/expression.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import { dependencyOrder } from "../models/dependency-order.js";
import type { Quantity } from "../models/quantity.js";
import { describeDimension, sameDimension } from "../units/algebra.js";
import type { Dimension } from "../units/unit.js";
import type { Context } from "./context.js";
import type { Draft } from "./draft.js";
import { nameMend } from "./resolve-inputs.js";
import type { Path } from "./yaml-source.js";

/**
 * Parses every formula and checks names, cycles and units over the whole graph, reporting all it
 * finds.
 *
 * @param pathOf where in the file the text of a formula stands
 * @returns the sound quantities, each with a unit; formulas without one take what their algebra gives
 */
export function checkFormulas(
  context: Context,
  quantities: ReadonlyMap<string, Draft>,
  pathOf: (name: string) => Path,
): Map<string, Quantity> {
  const trees = parseAll(context, quantities, pathOf);
  const needs = new Map([...trees].map(([name, tree]) => [name, namesIn(tree)]));
  const result = dependencyOrder(needs);
  if ("cycle" in result) {
    const [first] = result.cycle;
    const message = `these formulas need each other: ${result.cycle.join(" needs ")}`;
    context.report(pathOf(first!), message, "Give one of them a value");
  }
  const order = "cycle" in result ? [...needs.keys()] : result.order;
  const checked = new Map<string, Quantity>();
  const dimensions = new Map<string, Dimension>();
  for (const [name, quantity] of quantities) {
    const unit = quantity.unit;
    if (unit === undefined) continue;
    checked.set(name, { ...quantity, unit });
    dimensions.set(name, context.units.parse(unit).dimension);
  }
  // A formula cannot name an uncertain parameter, such as server_price.p5.
  const known = new Set([...quantities.keys()].filter((name) => !name.includes(".")));
  for (const name of order) {
    const dimension = checkOne(context, trees.get(name)!, quantities.get(name)!, dimensions, {
      path: pathOf(name),
      known,
    });
    if (dimension && !dimensions.has(name)) {
      dimensions.set(name, dimension);
      checked.set(name, { ...quantities.get(name)!, unit: describeDimension(dimension) });
    }
  }
  return checked;
}

function parseAll(
  context: Context,
  quantities: ReadonlyMap<string, Draft>,
  pathOf: (name: string) => Path,
): Map<string, Expression> {
  const trees = new Map<string, Expression>();
  for (const [name, { definition }] of quantities) {
    if (definition.kind !== "formula") continue;
    try {
      trees.set(name, parseFormula(definition.formula, context.units));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const offset = error.span.start;
      context.report(pathOf(name), `${name}: ${error.message}`, error.fix, { offset });
    }
  }
  return trees;
}

function checkOne(
  context: Context,
  tree: Expression,
  quantity: Draft,
  dimensions: ReadonlyMap<string, Dimension>,
  { path, known }: { path: Path; known: ReadonlySet<string> },
): Dimension | undefined {
  // What a faulty quantity measures is not known; its own problem has been reported already.
  const faulty = namesIn(tree).some((name) => !dimensions.has(name) && known.has(name));
  if (faulty) return undefined;
  const { dimension, fitsAnyUnit, problems } = checkUnits(
    tree,
    (name) => dimensions.get(name),
    known,
  );
  for (const { message, fix, span } of problems) {
    context.report(path, `${quantity.name}: ${message}`, fix, { offset: span.start });
  }
  const declared = quantity.unit;
  if (!fitsAnyUnit && declared !== undefined) {
    if (!sameDimension(dimension, dimensions.get(quantity.name)!)) {
      const found = describeDimension(dimension);
      context.report(
        path,
        `${quantity.name} is declared in ${declared}, but its formula gives ${found}`,
        "Correct the formula or the unit",
      );
    }
  }
  return dimension;
}

/** Reports a name the graph does not know; true where it does. */
export function checkKnown(
  context: Context,
  path: Path,
  name: string,
  quantities: ReadonlyMap<string, Draft>,
): boolean {
  if (quantities.has(name)) return true;
  context.report(
    path,
    `${name} is not a quantity of this scenario`,
    nameMend(name, quantities.keys()),
  );
  return false;
}
