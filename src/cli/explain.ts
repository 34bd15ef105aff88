import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import { drawInputs, medianInputs } from "../engine/draw-inputs.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import { conditionsOf } from "../models/conditions.js";
import { describeDefinition } from "../models/describe-definition.js";
import { findModel } from "../models/library.js";
import { createDesign } from "../sampling/create-design.js";
import { designOf } from "../sampling/design-of.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { loadScenarios } from "./load-scenarios.js";
import { drawNumber, type ExplainArguments, overridesOf, runSettings } from "./options.js";
import { table } from "./table.js";

/** The quantities a scenario's outputs rest on, as a table or, with `dot`, as a Graphviz graph. */
export async function explain(args: ExplainArguments): Promise<string> {
  const named = await scenarioOrModel(args);
  const scenario = { ...named, run: runSettings(named, args) };
  const model = compileModel(scenario);
  if (args.dot) return graph(model);
  const draws = scenario.run.until?.drawsMax ?? scenario.run.draws;
  const draw = drawNumber(args.draw, draws);
  const inputs =
    draw === undefined ? medianInputs(model.inputs) : drawnInputs(scenario, model, draw, draws);
  const values = valuesAt(model, inputs);
  const rows = model.quantities.map(({ name, unit, definition, label }) => [
    name,
    "cases" in definition && definition.cases
      ? `${values.get(name)!} (${definition.cases[values.get(name)!]})`
      : formatValue(values.get(name)!),
    unit,
    label,
    describeDefinition(definition),
  ]);
  const { seed, method } = scenario.run;
  const what =
    draw === undefined
      ? "Values are those with every input at its median."
      : `Values are those of draw ${draw} of ${draws}, seed ${seed}, method ${method}.`;
  const head = `${scenario.title}\nOutputs: ${scenario.outputs.join(", ")}. ${what}`;
  return `${head}\n\n${table(["quantity", "value", "unit", "label", "from"], rows)}`;
}

/** The scenario of a file, or a model of the library as it stands where its name is given. */
async function scenarioOrModel(args: ExplainArguments): Promise<Scenario> {
  const overrides = overridesOf(args);
  const model = findModel(args.scenario);
  if (model) {
    const { name, title } = model;
    return parseScenario(name, JSON.stringify({ name, title, model: name }), overrides);
  }
  const [loaded] = await loadScenarios([args.scenario], overrides);
  return loaded!.scenario;
}

/** The inputs of one draw, as the run makes them. */
function drawnInputs(
  scenario: Scenario,
  { inputs, dependence }: CompiledModel,
  draw: number,
  draws: number,
): readonly Float64Array[] {
  const design = createDesign(designOf(scenario, draws));
  const names = inputs.map(({ name }) => name);
  const columns = sampleUniforms(design, dependence, names, draw, 1);
  drawInputs(inputs, columns);
  return columns;
}

/** Every quantity in its own unit at given inputs. */
function valuesAt(
  model: CompiledModel,
  inputs: readonly Float64Array[],
): ReadonlyMap<string, number> {
  const columns = model.evaluateAll(inputs, 1);
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

/** A name as Graphviz takes it; the dot of a parameter's name needs quotes. */
function node(name: string): string {
  return name.includes(".") ? JSON.stringify(name) : name;
}

function graph({ quantities, units }: CompiledModel): string {
  const nodes = quantities.map(({ name, label, unit, definition }) => {
    const shape = definition.kind === "formula" ? "box" : "ellipse";
    const text = JSON.stringify(`${label}\n${name} (${unit})`);
    return `  ${node(name)} [shape=${shape}, label=${text}];\n`;
  });
  const edges = quantities.flatMap(({ name, definition }) => {
    const needs =
      definition.kind === "formula"
        ? namesIn(parseFormula(definition.formula, units))
        : conditionsOf(definition);
    return needs.map((from) => `  ${node(from)} -> ${node(name)};\n`);
  });
  return `digraph scenario {\n  rankdir=LR;\n${nodes.join("")}${edges.join("")}}\n`;
}
