import type { Member, Quantity } from "../models/quantity.js";
import type { Context } from "./context.js";
import type { Draft } from "./draft.js";
import { inherited, joinedEvidence } from "./evidence.js";
import { type Resolved, resolveUncertain } from "./resolve-uncertain.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

/** A switch as its file states it. */
export type SwitchEntry = NonNullable<ScenarioFile["switches"]>[string];

/** A switch on its way through the checks. */
export interface Switch {
  readonly path: Path;
  readonly name: string;
  readonly entry: SwitchEntry;
  /** The number of the only case that can happen, where there is only one. */
  readonly only: number | undefined;
  /** Draws without a value are accepted. */
  readonly allowUndefined: boolean;
}

/**
 * The input that takes the distribution of the case drawn. It keeps its name, label and unit; a case
 * that says nothing of it leaves it what it was.
 *
 * @param base the input as the rest of the scenario states it
 * @param cases numbers of the cases that name it, at least one
 */
export function switchInput(
  context: Context,
  { path, name: by, entry, only, allowUndefined }: Switch,
  base: Draft,
  cases: readonly number[],
): Resolved {
  const resolved = new Map(
    cases.map((k) => {
      const { name, inputs } = entry.cases[k]!;
      const known = { ...base, label: `${base.label} (${name})` } as Quantity;
      const of = {
        path: [...path, "cases", k, "inputs", base.name],
        name: `${base.name}.${name}`,
        stated: inputs![base.name]!,
        known: base.unit === undefined ? undefined : known,
        allowUndefined,
      };
      return [k, withEvidence(entry, resolveUncertain(context, of))];
    }),
  );
  const parameters = [...resolved.values()].flatMap((one) => one.parameters);
  const quantities = entry.cases.map((_, k) => resolved.get(k)?.quantity ?? base);
  const { name, label } = base;
  const quantity =
    only === undefined
      ? joined(by, base, entry, quantities)
      : { ...quantities[only]!, name, label };
  return { quantity, parameters };
}

/** What has no source, grade or owner of its own has that of its switch. */
function withEvidence(entry: SwitchEntry, { quantity, parameters }: Resolved): Resolved {
  return {
    quantity: inherited(quantity, entry),
    parameters: parameters.map((parameter) => inherited(parameter, entry)),
  };
}

function joined(
  by: string,
  base: Draft,
  { cases }: SwitchEntry,
  quantities: readonly Draft[],
): Draft {
  const { name, label, unit, meaning, nature } = base;
  const members = quantities.map((quantity, k) => ({
    case: cases[k]!.name,
    ...memberOf(quantity),
  }));
  const sources = quantities.map((quantity, k) =>
    quantity === base && base.source !== undefined
      ? base.source
      : `${cases[k]!.name}: ${quantity.source ?? "no source"}`,
  );
  return {
    name,
    label,
    unit,
    ...(meaning === undefined ? {} : { meaning }),
    ...(nature === undefined ? {} : { nature }),
    ...(quantities.some(({ source }) => source !== undefined)
      ? { source: [...new Set(sources)].join("; ") }
      : {}),
    ...joinedEvidence(quantities),
    definition: { kind: "conditional", by, members },
  };
}

/** What an input is in one case. */
function memberOf({ definition, unit = "1" }: Draft): Member {
  switch (definition.kind) {
    case "constant": {
      const { value } = definition;
      return { spec: { distribution: "constant", parameters: { value } }, unit, given: {} };
    }
    case "distribution":
      return { spec: definition.spec, unit, given: {} };
    case "conditional":
      return definition.members[0]!;
    case "formula":
      throw new RangeError(`a case cannot be the formula ${definition.formula}`);
  }
}
