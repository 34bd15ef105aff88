import { describe, expect, it } from "vitest";
import { findModel, models } from "../../src/models/library.js";
import type { Quantity } from "../../src/models/quantity.js";

const FUNCTIONS = new Set(
  "if min max clamp abs exp log log2 log10 sqrt floor ceil round sin cos tan".split(" "),
);
const UNITS = /^[kMGTP]?(USD|token|GPU|server|user|request|s|J|B|flop|W|Wh)$|^(h|day|month|year)$/;

/** Families and the parameters this library gives them, as a scenario's author would have to. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  lognormal: ["p5", "p95"],
  pert: ["max", "min", "mode"],
  beta: ["mean", "sd"],
  uniform: ["max", "min"],
  normal: ["mean", "sd"],
  discrete: ["values", "weights"],
};

/** Names in a formula that are neither functions nor the units behind its numbers. */
function namesIn(formula: string): string[] {
  const withoutUnits = formula.replace(/\b\d[\d.]*\s+[A-Za-z]+(\/[A-Za-z]+)*/g, "");
  return (withoutUnits.match(/[A-Za-z][A-Za-z0-9_]*/g) ?? []).filter(
    (name) => !FUNCTIONS.has(name),
  );
}

function parentsOf({ definition }: Quantity): string[] {
  return definition.kind === "formula" ? namesIn(definition.formula) : [];
}

it("finds a model by its name and nothing by another", () => {
  expect(findModel("token-cost")?.name).toBe("token-cost");
  expect(findModel("token_cost")).toBeUndefined();
  expect(findModel("constructor")).toBeUndefined();
});

it("names every model once", () => {
  expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
});

describe.each(models.map((model) => [model.name, model] as const))("the model %s", (_, model) => {
  const byName = new Map(model.quantities.map((quantity) => [quantity.name, quantity]));
  const inputs = model.quantities.filter(({ definition }) => definition.kind !== "formula");

  it("has a legal name, and outputs that it defines", () => {
    expect(model.name).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
    expect(model.outputs.length).toBeGreaterThan(0);
    expect(model.outputs.filter((output) => !byName.has(output))).toEqual([]);
  });

  it("names each quantity once, legally, and never as a unit or a function", () => {
    expect(byName.size).toBe(model.quantities.length);
    const illegal = [...byName.keys()].filter(
      (name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || UNITS.test(name) || FUNCTIONS.has(name),
    );
    expect(illegal).toEqual([]);
  });

  it.each(model.quantities.map((quantity) => [quantity.name, quantity] as const))(
    "says of %s what it is, in which unit, and who says so",
    (_name, { label, unit, meaning, source }) => {
      expect(label).not.toBe("");
      expect(unit).not.toBe("");
      expect(meaning ?? "").not.toBe("");
      expect(source ?? "").not.toBe("");
    },
  );

  it("labels no two quantities alike", () => {
    expect(new Set(model.quantities.map(({ label }) => label)).size).toBe(model.quantities.length);
  });

  it("grades every number, and no formula", () => {
    expect(inputs.filter(({ grade }) => grade === undefined)).toEqual([]);
    const formulas = model.quantities.filter(({ definition }) => definition.kind === "formula");
    expect(formulas.filter(({ grade }) => grade !== undefined)).toEqual([]);
  });

  it("gives each distribution one set of parameters, in order", () => {
    for (const { name, definition } of inputs) {
      if (definition.kind !== "distribution") continue;
      const { distribution, parameters } = definition.spec;
      expect([name, ...Object.keys(parameters).sort()]).toEqual([
        name,
        ...(PARAMETERS[distribution] ?? ["an unknown family"]),
      ]);
      const { min, mode, max, p5, p95 } = parameters as Record<string, number>;
      const rising = [min, mode, max, p5, p95].filter((value) => value !== undefined);
      expect(rising, name).toEqual([...rising].sort((a, b) => a - b));
    }
  });

  it("refers only to quantities that it defines", () => {
    const missing = model.quantities.flatMap((quantity) =>
      parentsOf(quantity).filter((parent) => !byName.has(parent)),
    );
    expect(missing).toEqual([]);
  });

  it("defines no quantity by itself, however long the way round", () => {
    const sound = new Set<string>();
    const follow = (name: string, path: readonly string[]): void => {
      expect(path, `${path.join(" < ")} < ${name}`).not.toContain(name);
      if (sound.has(name)) return;
      for (const parent of parentsOf(byName.get(name)!)) follow(parent, [...path, name]);
      sound.add(name);
    };
    for (const name of byName.keys()) follow(name, []);
  });

  it("declares every quantity before the formulas that use it", () => {
    const place = new Map([...byName.keys()].map((name, index) => [name, index]));
    const early = model.quantities.filter((quantity) =>
      parentsOf(quantity).some((parent) => place.get(parent)! > place.get(quantity.name)!),
    );
    expect(early.map(({ name }) => name)).toEqual([]);
  });

  it("uses every number it asks for", () => {
    const used = new Set(model.quantities.flatMap(parentsOf));
    expect(inputs.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});
