import { timesFormula } from "../formula/times-formula.js";
import type { Quantity } from "../models/quantity.js";
import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import { aValue } from "./explain-issue.js";
import type { Graph } from "./resolve-comparisons.js";
import { resolveExpression } from "./resolve-expression.js";
import { type InputEntry, nameMend, resolveInput } from "./resolve-inputs.js";
import type { Change, Shock } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

/** The shocks of a scenario, each with what it changes. */
export function resolveStress(
  context: Context,
  file: ScenarioFile,
  graph: Graph,
): readonly Shock[] {
  return Object.entries(file.stress ?? {}).map(([name, { set = {}, multiply = {}, source }]) => {
    const path: Path = ["stress", name];
    const changes = [
      ...Object.entries(set).flatMap(
        ([of, entry]) => setTo(context, [...path, "set", of], of, entry as InputEntry, graph) ?? [],
      ),
      ...Object.entries(multiply).flatMap(([of, factor]) => {
        const at = [...path, "multiply", of];
        if (Object.hasOwn(set, of)) {
          context.report(at, `${of} is set already`, "Keep one of the two", { onKey: true });
          return [];
        }
        return times(context, at, of, factor, graph) ?? [];
      }),
    ];
    if (Object.keys(set).length + Object.keys(multiply).length === 0) {
      const fix = "Add set: { lifetime: 2 } or multiply: { electricity_price: 2 }";
      context.report(path, "this shock changes nothing", fix, { onKey: true });
    }
    return { name, changes, ...(source === undefined ? {} : { source }) };
  });
}

function setTo(
  context: Context,
  path: Path,
  of: string,
  entry: InputEntry,
  graph: Graph,
): Change | undefined {
  const known = knownAs(context, path, of, graph);
  if (!known) return undefined;
  const cases = casesOf(known);
  if (cases) return setToCase(context, path, of, entry, cases);
  const { definition, unit } = resolveInput(context, path, of, entry, known);
  if (unit === undefined || (definition.kind !== "constant" && definition.kind !== "distribution"))
    return undefined;
  return { kind: "set", of, definition, unit };
}

function setToCase(
  context: Context,
  path: Path,
  of: string,
  entry: InputEntry,
  cases: readonly string[],
): Change | undefined {
  const value = typeof entry === "number" ? entry : cases.indexOf(String(entry));
  if (cases[value] !== undefined) {
    return { kind: "set", of, definition: { kind: "constant", value, cases }, unit: "1" };
  }
  const mend = didYouMean(String(entry), cases) ?? `Its cases: ${cases.join(", ")}`;
  context.report(path, `${of} has no case ${aValue(entry)}`, mend);
  return undefined;
}

function times(
  context: Context,
  path: Path,
  of: string,
  factor: number,
  graph: Graph,
): Change | undefined {
  const known = knownAs(context, path, of, graph);
  if (!known) return undefined;
  if (casesOf(known)) {
    const fix = `Set it to one of its cases: set: { ${of}: ${casesOf(known)![0]!} }`;
    context.report(path, `${of} is a switch, and has no size`, fix, { onKey: true });
    return undefined;
  }
  const { definition } = known;
  // A formula close to the limits may be beyond them once it is a part of another.
  if (definition.kind === "formula") {
    const whole = timesFormula(factor, definition.formula);
    if (!resolveExpression(context, path, whole, graph)) return undefined;
  }
  return { kind: "multiply", of, factor };
}

/** The quantity of a name; undefined where there is none, or it was reported as faulty. */
function knownAs(
  context: Context,
  path: Path,
  name: string,
  { drafts, quantities }: Graph,
): Quantity | undefined {
  if (!drafts.has(name)) {
    const message = `${name} is not a quantity of this scenario`;
    context.report(path, message, nameMend(name, drafts.keys()), { onKey: true });
  }
  return quantities.get(name);
}

function casesOf({ definition }: Quantity): readonly string[] | undefined {
  return "cases" in definition ? definition.cases : undefined;
}
