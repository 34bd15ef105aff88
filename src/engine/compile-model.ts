import type { Expression } from "../formula/expression.js";
import { namesIn } from "../formula/names.js";
import { parseFormula } from "../formula/parse.js";
import { conditionsOf, isUncertain } from "../models/conditions.js";
import { dependencyOrder } from "../models/dependency-order.js";
import type { Quantity } from "../models/quantity.js";
import { createDependence, type Dependence } from "../scenario/dependence.js";
import type { Scenario } from "../scenario/scenario.js";
import { createUnitSystem, type UnitSystem } from "../units/unit-system.js";
import { type BlockFormula, compileExpression, createScratch } from "./compile-expression.js";
import type { Formulas } from "./emit-model.js";
import {
  type FormulaKernel,
  formulaKernel,
  type StartFormulas,
  startFormulas,
} from "./formula-kernel.js";
import { type ModelInput, modelInput } from "./model-input.js";
import { createSamplers, type Samplers } from "./samplers.js";

/** Shorter blocks are evaluated by the plain evaluator, whose bits are the same. */
const KERNEL_FROM = 64;

/** A scenario made ready to evaluate; only what its outputs need. Values are in base units. */
export interface CompiledModel {
  readonly units: UnitSystem;
  /** Inputs the outputs depend on that are drawn, each after those that condition it. */
  readonly inputs: readonly ModelInput[];
  /** How the inputs move together; absent where they are independent. */
  readonly dependence: Dependence | undefined;
  /** Whether a quantity depends on any uncertain input. */
  readonly varies: (name: string) => boolean;
  /** The uncertain inputs that a quantity depends on; none for one that never varies. */
  readonly inputsOf: (name: string) => ReadonlySet<string>;
  /** Every quantity the outputs depend on, each after all it needs. */
  readonly quantities: readonly Quantity[];
  /** Formulas by the names of their quantities. */
  readonly trees: ReadonlyMap<string, Expression>;
  /** What a kernel works the outputs out from. */
  readonly program: Formulas;
  readonly startFormulas: StartFormulas;
  /**
   * Evaluates the outputs of one block.
   *
   * @param drawn one column per input, in the order of `inputs`
   * @param length draws in the block
   * @returns one column per output of the scenario, each `length` long; overwritten by the next call
   */
  readonly evaluate: (drawn: readonly Float64Array[], length: number) => readonly Float64Array[];
  /** The same for every quantity reached, by name. */
  readonly evaluateAll: (
    drawn: readonly Float64Array[],
    length: number,
  ) => ReadonlyMap<string, Float64Array>;
}

interface Formula {
  readonly name: string;
  readonly tree: Expression;
  readonly run: BlockFormula;
  /** Depends on no uncertain input: worked out once, held as a single value. */
  readonly fixed: boolean;
}

/** What of a scenario makes its model; the rest is how it is run. */
export const MODEL_PARTS = [
  "units",
  "quantities",
  "outputs",
  "correlations",
  "given",
  "decision",
  "horizon",
] as const;

type ModelParts = Pick<Scenario, (typeof MODEL_PARTS)[number]>;

/**
 * Orders the formulas, binds the inputs and leaves out what no output needs.
 *
 * @param samplers of models compiled before, whose quantile tables this one shares
 */
export function compileModel(
  scenario: ModelParts,
  samplers: Samplers = createSamplers(),
): CompiledModel {
  const units = createUnitSystem(scenario.units);
  const { quantities, formulas, trees, varies, inputsOf } = reached(scenario, units);
  const inputs = quantities.flatMap((quantity) => modelInput(quantity, units, samplers) ?? []);
  const columns = new Map<string, Float64Array>();
  const numbers = new Map<string, number>();
  let kernel: FormulaKernel | null | undefined;
  const read = (name: string): Float64Array => columns.get(name)!;
  for (const { name, unit, definition } of quantities) {
    if (definition.kind !== "constant") continue;
    numbers.set(name, definition.value * units.parse(unit).scale);
    columns.set(name, Float64Array.of(numbers.get(name)!));
  }
  for (const { name, run, fixed } of formulas) {
    const column = new Float64Array(fixed ? 1 : 0);
    if (fixed) run(read, 1, column);
    columns.set(name, column);
  }
  const evaluateAll = (drawn: readonly Float64Array[], length: number): typeof columns => {
    for (const [k, { name }] of inputs.entries()) columns.set(name, drawn[k]!);
    for (const { name, run, fixed } of formulas) {
      if (fixed) continue;
      if (columns.get(name)!.length < length) columns.set(name, new Float64Array(length));
      run(read, length, columns.get(name)!);
    }
    return columns;
  };
  const program: Formulas = { inputs, numbers, formulas, outputs: scenario.outputs };
  const start = startFormulas(program);
  return {
    units,
    inputs,
    program,
    startFormulas: start,
    dependence: joinInputs(scenario, new Set(inputs.map(({ name }) => name))),
    varies,
    inputsOf,
    quantities,
    trees,
    evaluateAll,
    evaluate: (drawn, length) => {
      if (length >= KERNEL_FROM) {
        kernel ??= formulaKernel(program, start) ?? null;
        if (kernel) return kernel(drawn, length);
      }
      const all = evaluateAll(drawn, length);
      return scenario.outputs.map((name) => broadcast(all.get(name)!, length));
    },
  };
}

/** The correlations between inputs that the outputs need. */
function joinInputs(scenario: ModelParts, needed: ReadonlySet<string>): Dependence | undefined {
  const correlations = scenario.correlations.filter(({ between }) =>
    between.every((name) => needed.has(name)),
  );
  if (correlations.length === 0) return undefined;
  const dependence = createDependence(correlations);
  if (!dependence) {
    const pairs = correlations.map(({ between, rank }) => `${between.join(" and ")} ${rank}`);
    throw new RangeError(`correlations that cannot hold together: ${pairs.join(", ")}`);
  }
  return dependence;
}

/** What the outputs need: quantities in dependency order, and their formulas compiled. */
function reached(
  scenario: ModelParts,
  units: UnitSystem,
): {
  readonly quantities: readonly Quantity[];
  readonly formulas: readonly Formula[];
  readonly trees: CompiledModel["trees"];
  readonly varies: CompiledModel["varies"];
  readonly inputsOf: CompiledModel["inputsOf"];
} {
  const byName = new Map(scenario.quantities.map((quantity) => [quantity.name, quantity]));
  const trees = new Map(
    scenario.quantities.flatMap(({ name, definition }) =>
      definition.kind === "formula" ? [[name, parseFormula(definition.formula, units)]] : [],
    ),
  );
  const needs = new Map(
    scenario.quantities.map(({ name, definition }) => [
      name,
      trees.has(name) ? namesIn(trees.get(name)!) : conditionsOf(definition),
    ]),
  );
  // A switch that is left one case stands for what its case changed, though nothing reads it.
  const fixedSwitches = scenario.quantities
    .filter(({ definition }) => definition.kind === "constant" && definition.cases)
    .map(({ name }) => name);
  const result = dependencyOrder(needs, [
    ...scenario.outputs,
    ...fixedSwitches,
    ...namesAsked(scenario, units),
  ]);
  if ("cycle" in result) throw new RangeError(`cyclic formulas: ${result.cycle.join(", ")}`);
  const scratch = createScratch();
  const isInput = (name: string): boolean => isUncertain(byName.get(name)!.definition);
  const varying = new Set<string>();
  for (const name of result.order) {
    if (isInput(name) || needs.get(name)!.some((need) => varying.has(need))) varying.add(name);
  }
  return {
    trees,
    varies: (name) => varying.has(name),
    inputsOf: (name) => new Set(reachableFrom(name, needs).filter(isInput)),
    quantities: result.order.map((name) => byName.get(name)!),
    formulas: result.order
      .filter((name) => trees.has(name))
      .map((name) => ({
        name,
        tree: trees.get(name)!,
        run: compileExpression(trees.get(name)!, scratch),
        fixed: !varying.has(name),
      })),
  };
}

/** What conditions, payoffs and cash flows speak of is drawn with the rest, even where no output needs it. */
function namesAsked(
  { given, decision, horizon }: ModelParts,
  units: UnitSystem,
): readonly string[] {
  const asked = [...given, ...(decision?.options ?? [])].map(({ formula }) => formula);
  if (horizon) {
    const { investment, cash, discount, price } = horizon;
    asked.push(investment, cash, discount, ...(price === undefined ? [] : [price]));
  }
  return asked.flatMap((formula) => namesIn(parseFormula(formula, units)));
}

/** A name and all it needs, directly or not, each before what it alone needs. */
function reachableFrom(
  name: string,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const met = new Set<string>();
  const open = [name];
  while (open.length > 0) {
    const next = open.pop()!;
    if (met.has(next)) continue;
    met.add(next);
    open.push(...needs.get(next)!.toReversed());
  }
  return [...met];
}

function broadcast(column: Float64Array, length: number): Float64Array {
  if (column.length === 1 && length > 1) return new Float64Array(length).fill(column[0]!);
  return column.subarray(0, length);
}
