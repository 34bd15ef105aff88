import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findModel } from "../../src/models/library.js";

interface Entry {
  readonly formula?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly label?: string;
  readonly source?: string;
  readonly grade?: string;
}

interface ScenarioText {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly model?: string;
  readonly inputs: Readonly<Record<string, number | Entry>>;
  readonly formulas?: Readonly<Record<string, Entry>>;
  readonly outputs: readonly string[];
  readonly prices?: Readonly<Record<string, Entry>>;
  readonly run: Readonly<Record<string, unknown>>;
  readonly expect: readonly object[];
}

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".yaml"),
);
const scenarios = files.map((file) => {
  const scenario = parse(readFileSync(new URL(file, folder), "utf8")) as ScenarioText;
  return [file, scenario] as const;
});

describe.each(scenarios)("the scenario %s", (file, scenario) => {
  const quantities = findModel(scenario.model ?? "")?.quantities ?? [];
  const ofModel = new Map(quantities.map((quantity) => [quantity.name, quantity]));
  const inputs = Object.entries(scenario.inputs);
  const formulas = Object.entries(scenario.formulas ?? {});

  it("is named as its file, asks a question and expects something of its answer", () => {
    expect(`${scenario.name}.yaml`).toBe(basename(file));
    expect(scenario.title).not.toBe("");
    expect(scenario.question).toMatch(/\?$/);
    expect(ofModel.size > 0).toBe(scenario.model !== undefined);
    expect(scenario.expect.length).toBeGreaterThan(0);
  });

  it("gives a source and a grade for every number that claims something", () => {
    const claims = inputs.filter(([, input]) => typeof input !== "number");
    const unsourced = claims.filter(
      ([, input]) => !(input as Entry).source || !/^[ABC]$/.test((input as Entry).grade ?? ""),
    );
    expect(unsourced.map(([name]) => name)).toEqual([]);
    const prices = Object.entries(scenario.prices ?? {}).filter(([, { source }]) => !source);
    expect(prices).toEqual([]);
  });

  it("uses bare numbers for switches, for counts and for what is left out", () => {
    const bare = inputs.filter(([, input]) => typeof input === "number");
    expect(bare.filter(([, input]) => input !== 0 && input !== 1)).toEqual([]);
  });

  it("gives a unit and a label to whatever it adds to the model", () => {
    const added = [...inputs, ...formulas].filter(([name]) => !ofModel.has(name));
    const bare = added.filter(([, entry]) => {
      const { unit, label } = entry as Entry;
      return !unit || !label;
    });
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it("writes the model's own unit where it writes one for the model's quantity", () => {
    const rewritten = [...inputs, ...formulas].filter(([name, entry]) => {
      const unit = typeof entry === "object" ? entry.unit : undefined;
      return unit !== undefined && ofModel.has(name) && ofModel.get(name)?.unit !== unit;
    });
    expect(rewritten.map(([name]) => name)).toEqual([]);
  });

  it("reports quantities that exist", () => {
    const known = new Set([...ofModel.keys(), ...[...inputs, ...formulas].map(([name]) => name)]);
    expect(scenario.outputs.filter((output) => !known.has(output))).toEqual([]);
  });
});

describe.each(scenarios.filter(([file]) => file.startsWith("essays/")))(
  "the printed arithmetic %s",
  (_, { model, inputs, formulas = {}, outputs }) => {
    it("leaves nothing uncertain that its answer rests on", () => {
      const definitions = new Map<string, { readonly formula?: string; readonly fixed: boolean }>();
      for (const { name, definition } of findModel(model ?? "")?.quantities ?? []) {
        const formula = definition.kind === "formula" ? definition : {};
        definitions.set(name, { ...formula, fixed: definition.kind === "constant" });
      }
      for (const [name, input] of Object.entries(inputs)) {
        const fixed = typeof input === "number" || input.value !== undefined;
        definitions.set(name, { fixed });
      }
      for (const [name, { formula }] of Object.entries(formulas)) {
        definitions.set(name, { formula: formula!, fixed: false });
      }
      const uncertain = new Set<string>();
      const visit = (name: string): void => {
        const definition = definitions.get(name);
        if (definition === undefined) return; // a unit or a function
        if (definition.formula !== undefined)
          definition.formula.match(/[a-z]\w*/gi)?.forEach(visit);
        else if (!definition.fixed) uncertain.add(name);
      };
      outputs.forEach(visit);
      expect([...uncertain]).toEqual([]);
    });
  },
);
