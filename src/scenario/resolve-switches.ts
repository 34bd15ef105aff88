import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import type { Draft } from "./draft.js";
import { aValue } from "./explain-issue.js";
import type { Overrides } from "./overrides.js";
import { checkQuantityName, describeQuantity } from "./resolve-quantity.js";
import type { ScenarioFile } from "./schema.js";
import { type Switch, type SwitchEntry, switchInput } from "./switch-input.js";
import type { Path } from "./yaml-source.js";

/**
 * Adds the switches of a scenario to its quantities, and changes the inputs that their cases name.
 *
 * @param drafts every other quantity of the scenario; changed
 * @param overrides `--set market=boom` leaves a switch only that case
 * @returns the uncertain parameters of distributions that stand in cases
 */
export function resolveSwitches(
  context: Context,
  file: ScenarioFile,
  drafts: Map<string, Draft>,
  overrides: Overrides,
): readonly Draft[] {
  const switchedBy = new Map<string, string>();
  const parameters: Draft[] = [];
  for (const [name, entry] of Object.entries(file.switches ?? {})) {
    const path: Path = ["switches", name];
    if (!checkQuantityName(context, path, name)) continue;
    if (drafts.has(name)) {
      context.report(path, `${name} is a quantity already`, "Rename the switch", { onKey: true });
      continue;
    }
    checkCases(context, path, entry);
    const only = onlyCase(context, path, entry, overrides.get(name));
    const allowUndefined = file.run?.allow_undefined ?? false;
    const one: Switch = { path, name, entry, only, allowUndefined };
    drafts.set(name, switchQuantity(one));
    const stated = casesByInput(context, one, drafts, switchedBy);
    for (const [input, cases] of stated) {
      const resolved = switchInput(context, one, drafts.get(input)!, cases);
      drafts.set(input, resolved.quantity);
      parameters.push(...resolved.parameters);
    }
  }
  return parameters;
}

function checkCases(context: Context, path: Path, { cases }: SwitchEntry): void {
  const names = cases.map(({ name }) => name);
  for (const [k, name] of names.entries()) {
    if (names.indexOf(name) === k) continue;
    const message = `the case ${name} is listed twice`;
    context.report([...path, "cases", k, "name"], message, "Rename one of them");
  }
  if (cases.some(({ weight }) => weight > 0)) return;
  const message = "the weights of its cases are all 0";
  context.report([...path, "cases"], message, "Give one case a positive weight", { onKey: true });
}

/** The case that `--set` asks for, or the only one with a weight. */
function onlyCase(
  context: Context,
  path: Path,
  { cases }: SwitchEntry,
  asked: number | string | undefined,
): number | undefined {
  const possible = cases.flatMap(({ weight }, k) => (weight > 0 ? [k] : []));
  if (asked === undefined) return possible.length === 1 ? possible[0] : undefined;
  const names = cases.map(({ name }) => name);
  const found = typeof asked === "number" ? asked : names.indexOf(asked);
  if (cases[found]) return found;
  const mend = didYouMean(String(asked), names) ?? `Its cases: ${names.join(", ")}`;
  context.report(path, `${path.at(-1)} has no case ${aValue(asked)}`, mend, { onKey: true });
  return undefined;
}

function switchQuantity({ name, entry, only }: Switch): Draft {
  const about = describeQuantity(name, entry, undefined);
  const names = entry.cases.map((one) => one.name);
  if (only !== undefined) {
    return { ...about, unit: "1", definition: { kind: "constant", value: only, cases: names } };
  }
  const parameters = {
    values: [...names.keys()],
    weights: entry.cases.map(({ weight }) => weight),
  };
  const spec = { distribution: "discrete", parameters };
  return { ...about, unit: "1", definition: { kind: "distribution", spec, cases: names } };
}

/** The places of the cases that name each input, for inputs that a case may name. */
function casesByInput(
  context: Context,
  { path, name, entry }: Switch,
  drafts: ReadonlyMap<string, Draft>,
  switchedBy: Map<string, string>,
): ReadonlyMap<string, readonly number[]> {
  const stated = new Map<string, number[]>();
  for (const [k, { inputs = {} }] of entry.cases.entries()) {
    for (const input of Object.keys(inputs)) {
      const at: Path = [...path, "cases", k, "inputs", input];
      const other = switchedBy.get(input);
      if (other !== undefined && other !== name) {
        const message = `${input} is set by the switch ${other} already`;
        context.report(at, message, "Leave it to one of the two", { onKey: true });
      } else if (isInput(context, at, input, drafts)) {
        stated.set(input, [...(stated.get(input) ?? []), k]);
        switchedBy.set(input, name);
      }
    }
  }
  return stated;
}

/** Reports a name that no case can set; true where one can. */
function isInput(
  context: Context,
  path: Path,
  name: string,
  drafts: ReadonlyMap<string, Draft>,
): boolean {
  const draft = drafts.get(name);
  const report = (message: string, fix: string): false => {
    context.report(path, message, fix, { onKey: true });
    return false;
  };
  if (!draft) {
    const inputs = [...drafts].flatMap(([known, { definition }]) =>
      definition.kind === "formula" ? [] : [known],
    );
    const mend =
      didYouMean(name, inputs) ?? "Declare it under inputs; a case changes what is there";
    return report(`${name} is not an input of this scenario`, mend);
  }
  const { definition } = draft;
  if (definition.kind === "formula")
    return report(`${name} is a formula; a case sets inputs`, "Give it a value under inputs first");
  if ("cases" in definition) return report(`${name} is a switch; a case sets inputs`, "Remove it");
  return true;
}
