import { findModel, models } from "../models/library.js";
import type { Model } from "../models/quantity.js";
import { createUnitSystem, type UnitSystem } from "../units/unit-system.js";
import { UnitError } from "../units/unit-error.js";
import { checkFormulas, checkKnown } from "./check-formulas.js";
import { didYouMean } from "./closed.js";
import { type Context, problemReporter } from "./context.js";
import { noData, type ReadData } from "./data-file.js";
import { type Draft, faultyDraft } from "./draft.js";
import { printable } from "./explain-issue.js";
import { InvalidScenario, type Problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { resolveBranding } from "./resolve-branding.js";
import { resolveExpectations, resolvePrices } from "./resolve-comparisons.js";
import { resolveCorrelations } from "./resolve-correlations.js";
import { resolveDecision } from "./resolve-decision.js";
import { resolveGiven } from "./resolve-given.js";
import { resolveHorizon } from "./resolve-horizon.js";
import { layOver } from "./lay-over.js";
import { type Overrides, statedNames, withOverrides } from "./overrides.js";
import { resolveRun } from "./resolve-run.js";
import { resolveStress } from "./resolve-stress.js";
import { resolveSwitches } from "./resolve-switches.js";
import { resolveUncertain } from "./resolve-uncertain.js";
import { checkQuantityName, describeQuantity, resolveUnit } from "./resolve-quantity.js";
import type { Scenario } from "./scenario.js";
import { checkShape, type Shaped } from "./check-shape.js";
import type { ScenarioFile } from "./schema.js";
import { YEARS_PASSED, yearsPassed } from "./years-passed.js";
import type { YamlSource } from "./yaml-source.js";

/**
 * Reads and checks a scenario: YAML in, plain validated data out.
 *
 * @param file name to show in messages
 * @param text the file's text
 * @param overrides values that replace entries of `inputs:`, as `--set name=value` gives them
 * @param readData fetches the data files beside it; what they hold becomes part of the scenario
 * @throws {InvalidScenario} with every problem found, each with its place and mend
 */
export function parseScenario(
  file: string,
  text: string,
  overrides: Overrides = new Map(),
  readData: ReadData = noData,
): Scenario {
  const source = readYaml(file, text);
  const problems: Problem[] = [];
  const report = problemReporter(source, problems);
  const shaped = checkShape(withOverrides(source.data, overrides), report);
  const scenario = shaped && resolve(shaped, source, { report, readData }, overrides);
  if (problems.length > 0 || !scenario) {
    throw new InvalidScenario(problems.sort((a, b) => a.line - b.line || a.column - b.column));
  }
  return scenario;
}

function resolve(
  { file, faulty }: Shaped,
  source: YamlSource,
  { report, readData }: Pick<Context, "report" | "readData">,
  overrides: Overrides,
): Scenario | undefined {
  const model = resolveModel(file, report);
  const own = model === "unknown" ? [] : (model?.units ?? []);
  const declared = [...new Set([...own, ...(file.units ?? [])])];
  const units = resolveUnits(declared, report);
  if (!units || model === "unknown") return undefined;
  const context: Context = { units, report, readData };
  const start = layOver(file, model, report);
  const known = [...statedNames(source.data), ...(model?.quantities ?? []).map(({ name }) => name)];
  checkOverrides(overrides, known, report);
  const { drafts, parameters } = resolveQuantities(context, file, start);
  for (const name of faulty) drafts.set(name, faultyDraft(name));
  const inCases = resolveSwitches(context, file, drafts, overrides);
  // Last, so that an uncertain parameter moves no other input to another Sobol' dimension.
  for (const draft of [...parameters, ...inCases]) drafts.set(draft.name, draft);
  countYears(context, file, drafts);
  const quantities = checkFormulas(context, drafts, (name) => {
    const entry = file.formulas?.[name];
    return typeof entry === "object" ? ["formulas", name, "formula"] : ["formulas", name];
  });
  const outputs = file.outputs ?? model?.outputs ?? [];
  if (outputs.length === 0) report([], "outputs is missing", "Add outputs: [name of a quantity]");
  outputs.forEach((name, k) => checkKnown(context, ["outputs", k], name, drafts));
  const graph = { drafts, quantities };
  const prices = resolvePrices(context, file, graph, outputs);
  const branding = resolveBranding(context, file);
  const { name, question, author, date, status, notes } = file;
  const optional = { question, author, date, notes, model: file.model };
  return {
    name,
    title: file.title ?? name,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<Record<keyof typeof optional, string>>),
    ...(status === undefined ? {} : { status }),
    ...(branding === undefined ? {} : { branding }),
    units: declared,
    quantities: [...quantities.values()],
    factors: model?.factors ?? [],
    limits: model?.limits ?? [],
    stacks: model?.stacks ?? [],
    outputs,
    prices,
    correlations: resolveCorrelations(context, file, drafts, model?.correlations ?? []),
    run: resolveRun(context, file, source, outputs),
    expect: resolveExpectations(context, file, outputs),
    stress: resolveStress(context, file, graph),
    given: resolveGiven(context, Object.entries(file.given ?? {}), graph),
    decision: resolveDecision(context, file, graph, prices),
    horizon: resolveHorizon(context, file, graph, outputs),
  };
}

/** A scenario with a horizon has a quantity for the years passed, which it may not declare itself. */
function countYears(context: Context, file: ScenarioFile, drafts: Map<string, Draft>): void {
  if (!file.horizon) return;
  const section = (["inputs", "formulas", "switches"] as const).find(
    (one) => file[one] && Object.hasOwn(file[one], YEARS_PASSED),
  );
  if (section !== undefined) {
    const message = `${YEARS_PASSED} is counted by the horizon`;
    context.report([section, YEARS_PASSED], message, "Leave it out, or rename it", { onKey: true });
  }
  drafts.set(YEARS_PASSED, yearsPassed);
}

/** A name that nothing states would be an input that nothing reads. */
function checkOverrides(
  overrides: Overrides,
  known: readonly string[],
  report: Context["report"],
): void {
  for (const name of overrides.keys()) {
    if (known.includes(name) || known.includes(name.split(".")[0]!)) continue;
    const mend = didYouMean(name, known) ?? "breakeven explain lists what can be set";
    report(["inputs"], `--set ${name}: the scenario has nothing of that name`, mend);
  }
}

function resolveModel(
  file: ScenarioFile,
  report: Context["report"],
): Model | "unknown" | undefined {
  if (file.model === undefined) return undefined;
  const model = findModel(file.model);
  if (model) return model;
  const names = models.map(({ name }) => name);
  const mend = didYouMean(file.model, names) ?? `Models: ${names.join(", ")}`;
  report(["model"], `there is no model ${printable(file.model)}`, mend);
  return "unknown";
}

function resolveUnits(
  declared: readonly string[],
  report: Context["report"],
): UnitSystem | undefined {
  try {
    return createUnitSystem(declared);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    report(["units"], error.message, error.fix);
    return undefined;
  }
}

/**
 * The model's quantities with the scenario's laid over them; new ones follow in file order. Apart
 * from them, the inputs that are uncertain parameters of others.
 */
function resolveQuantities(
  context: Context,
  file: ScenarioFile,
  model: Model | undefined,
): { readonly drafts: Map<string, Draft>; readonly parameters: readonly Draft[] } {
  const drafts = new Map<string, Draft>();
  const parameters: Draft[] = [];
  const allowUndefined = file.run?.allow_undefined ?? false;
  for (const quantity of model?.quantities ?? []) drafts.set(quantity.name, quantity);
  const known = new Map(model?.quantities.map((quantity) => [quantity.name, quantity]));
  for (const [name, stated] of Object.entries(file.inputs ?? {})) {
    const path = ["inputs", name];
    if (!checkQuantityName(context, path, name)) continue;
    const entry = { path, name, stated, known: known.get(name), allowUndefined };
    const resolved = resolveUncertain(context, entry);
    drafts.set(name, resolved.quantity);
    parameters.push(...resolved.parameters);
  }
  for (const [name, entry] of Object.entries(file.formulas ?? {})) {
    const path = ["formulas", name];
    if (!checkQuantityName(context, path, name)) continue;
    if (file.inputs && Object.hasOwn(file.inputs, name)) {
      context.report(path, `${name} is both an input and a formula`, "Keep one", { onKey: true });
      continue;
    }
    const stated = typeof entry === "string" ? { formula: entry } : entry;
    const inherited = known.get(name);
    const unit =
      stated.unit === undefined && !inherited
        ? undefined
        : resolveUnit(context, [...path, "unit"], stated.unit, inherited);
    const definition = { kind: "formula", formula: stated.formula } as const;
    drafts.set(name, { ...describeQuantity(name, stated, inherited), unit, definition });
  }
  return { drafts, parameters };
}
