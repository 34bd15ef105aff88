import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import { describeDefinition } from "../models/describe-definition.js";
import { loadScenarios } from "./load-scenarios.js";
import { overridesOf } from "./options.js";
import { table } from "./table.js";

/** The quantities a scenario's outputs rest on, as a table or, with `dot`, as a Graphviz graph. */
export async function explain(
  file: string,
  set: readonly string[] | undefined,
  dot: boolean,
): Promise<string> {
  const [loaded] = await loadScenarios([file], overridesOf({ set }));
  const { scenario } = loaded!;
  const model = compileModel(scenario);
  if (dot) return graph(model);
  const values = valuesAtMedians(model);
  const rows = model.quantities.map((quantity) => [
    quantity.name,
    formatValue(values.get(quantity.name)!),
    quantity.unit,
    describeDefinition(quantity.definition),
    quantity.label,
  ]);
  const outputs = scenario.outputs.join(", ");
  return `${scenario.title}\nOutputs: ${outputs}. Values are those with every input at its median.\n\n${table(
    ["quantity", "value", "unit", "from", "label"],
    rows,
  )}`;
}

/** Every quantity in its own unit, with every uncertain input at its median. */
function valuesAtMedians(model: CompiledModel): ReadonlyMap<string, number> {
  const medians = model.inputs.map(({ distribution }) =>
    Float64Array.of(distribution.quantile(0.5)),
  );
  const columns = model.evaluateAll(medians, 1);
  return new Map(
    model.quantities.map(({ name, unit }) => [
      name,
      columns.get(name)![0]! / model.units.parse(unit).scale,
    ]),
  );
}

function formatValue(value: number): string {
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-4))
    return value.toPrecision(4);
  return value.toLocaleString("en-US", { maximumSignificantDigits: 5 });
}

function graph({ quantities, units }: CompiledModel): string {
  const nodes = quantities.map(({ name, label, unit, definition }) => {
    const shape = definition.kind === "formula" ? "box" : "ellipse";
    const text = JSON.stringify(`${label}\n${name} (${unit})`);
    return `  ${name} [shape=${shape}, label=${text}];\n`;
  });
  const edges = quantities.flatMap(({ name, definition }) =>
    definition.kind === "formula"
      ? namesIn(parseFormula(definition.formula, units)).map((from) => `  ${from} -> ${name};\n`)
      : [],
  );
  return `digraph scenario {\n  rankdir=LR;\n${nodes.join("")}${edges.join("")}}\n`;
}
