import { expect, it } from "vitest";
import { namesIn } from "../../src/formula/names.js";
import { parseFormula } from "../../src/formula/parse.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

it("lists the quantities of a formula once each, in the order of their first use", () => {
  const names = (text: string) => namesIn(parseFormula(text, createUnitSystem()));
  expect(names("-rent * if(load > 0, load, constructor) + rent / 2 h")).toEqual([
    "rent",
    "load",
    "constructor",
  ]);
  expect(names("8760 h/year")).toEqual([]);
});
