import { describe, expect, it } from "vitest";
import { checkUnits } from "../../src/formula/check-units.js";
import { parseFormula } from "../../src/formula/parse.js";
import { describeDimension } from "../../src/units/algebra.js";
import { createUnitSystem } from "../../src/units/unit-system.js";

const units = createUnitSystem(["seat"]);
const quantities: ReadonlyMap<string, string> = new Map([
  ["cost", "USD"],
  ["rent", "USD/GPU/h"],
  ["hours", "h"],
  ["gpus", "GPU"],
  ["tokens_sold", "Mtoken"],
  ["share", "%"],
  ["count", "1"],
  ["power_draw", "kW"],
]);

const sound: readonly [string, string][] = [
  ["rent * hours * gpus + cost", "USD"],
  ["cost / tokens_sold", "USD/token"],
  ["cost / tokens_sold + 3 USD/Mtoken", "USD/token"],
  ["0 + cost", "USD"],
  ["cost - 0", "USD"],
  ["if(cost > 0, cost, 0)", "USD"],
  ["if(0, 0, cost)", "USD"],
  ["max(0, cost, 1 kUSD)", "USD"],
  ["max(0, -0) + cost", "USD"],
  ["clamp(cost, 0, 5 USD)", "USD"],
  ["0 * cost", "USD"],
  ["abs(-cost)", "USD"],
  ["cost == 0", "1"],
  ["(cost > 1 USD) * share", "1"],
  ["sqrt(cost * cost)", "USD"],
  ["sqrt(sqrt(cost))^4", "USD"],
  ["cost^2 / cost", "USD"],
  ["cost^-1 * cost", "1"],
  ["cost^(1/2) * sqrt(cost)", "USD"],
  ["cost^0", "1"],
  ["count^share", "1"],
  ["2^count", "1"],
  ["0^count", "1"],
  ["round(cost / 1 USD)", "1"],
  ["exp(-share) + sin(0)", "1"],
  ["power_draw * hours", "J"],
  ["power_draw * 1 h + 1 kWh", "J"],
  ["50% + share", "1"],
];

/** Formula, message, words of the mend, and the piece of text at fault. */
const clashes: readonly [string, string, string, string][] = [
  ["cost + hours", "cannot add s to USD", "multiply the", "cost + hours"],
  ["rent + cost", "cannot add USD to USD/GPU/s", "first by something in GPU*s", "rent + cost"],
  [
    "cost - rent",
    "cannot subtract USD/GPU/s from USD",
    "second by something in GPU*s",
    "cost - rent",
  ],
  ["1 - cost", "cannot subtract USD from a pure number", "first by something in USD", "1 - cost"],
  ["cost > 5", "cannot compare USD with a pure number", "second by something in USD", "cost > 5"],
  ["if(cost, 1, 2)", "the condition of if is a pure number", "Compare it", "cost"],
  ["if(count, cost, hours)", "the branches of if differ: USD and s", "Check", "hours"],
  ["min(cost, 1, 2 USD)", "the operands of min differ: USD and a pure number", "Check", "1"],
  ["clamp(share, 0, 1 h)", "the operands of clamp differ", "Check", "1 h"],
  ["round(cost)", "round needs a pure number; this one is in USD", "Divide by 1 USD", "cost"],
  [
    "log(tokens_sold)",
    "log needs a pure number; this one is in token",
    "by 1 token",
    "tokens_sold",
  ],
  ["cost^count", "a power of USD needs a whole or half number", "Divide the base", "cost^count"],
  ["cost^0.3", "a power of USD needs a whole or half number", "Divide the base", "cost^0.3"],
  ["cost^17", "a power of USD needs a whole or half number", "up to 16", "cost^17"],
  ["2^cost", "an exponent is a pure number; this one is in USD", "Divide it", "cost"],
  ["0 USD + hours", "cannot add s to USD", "Check", "0 USD + hours"],
  ["hors * 2", "there is no quantity hors", "Write hours, or declare", "hors"],
  ["5 USD / minute", "there is no quantity minute", "Write 60 s for the unit", "minute"],
  ["5 USD / hour * 1", "there is no quantity hour", "Write hours", "hour"],
  ["constructor + 1", "there is no quantity constructor", "Declare", "constructor"],
  ["__proto__", "there is no quantity __proto__", "Declare", "__proto__"],
];

describe("the unit check", () => {
  it.each(sound)("finds that %s is in %s", (text, unit) => {
    const { dimension, fitsAnyUnit, problems } = check(text);
    expect(problems).toEqual([]);
    expect(describeDimension(dimension)).toBe(unit);
    expect(fitsAnyUnit).toBe(false);
  });

  it.each(clashes)("refuses %s: %s", (text, message, fix, fault) => {
    const { problems } = check(text);
    expect(problems).toHaveLength(1);
    const problem = problems[0]!;
    expect(problem.message).toContain(message);
    expect(problem.fix).toContain(fix);
    expect(text.slice(problem.span.start, problem.span.end)).toBe(fault);
  });

  it("lets a bare zero be in any unit", () => {
    expect(check("0").fitsAnyUnit).toBe(true);
    expect(check("if(count > 0, 0, -0)").fitsAnyUnit).toBe(true);
    expect(check("0 USD").fitsAnyUnit).toBe(false);
    expect(check("0%").fitsAnyUnit).toBe(false);
  });

  it("reports every clash, in the order of the text, and nothing that follows from one", () => {
    const { problems } = check("(cost + hours) * nobody + round(rent) + exp(1 s) ^ gpus");
    expect(problems.map(({ message }) => message)).toEqual([
      "cannot add s to USD",
      "there is no quantity nobody",
      "round needs a pure number; this one is in USD/GPU/s",
      "exp needs a pure number; this one is in s",
      "an exponent is a pure number; this one is in GPU",
    ]);
    expect(check("nobody + nobody * 2").problems).toHaveLength(1);
    expect(check("nobody + cost + hours").problems).toHaveLength(2);
    expect(check("(cost + hours) * 2 + gpus").problems).toHaveLength(1);
  });

  it("checks a formula of the largest size in a moment", () => {
    const from = performance.now();
    const missing = Array.from({ length: 580 }, (_, i) => `n${i}`);
    expect(check(missing.join("+")).problems).toHaveLength(580);
    expect(performance.now() - from).toBeLessThan(200);
  });
});

function check(text: string) {
  const dimensionOf = (name: string) => {
    const unit = quantities.get(name);
    return unit === undefined ? undefined : units.parse(unit).dimension;
  };
  return checkUnits(parseFormula(text, units), dimensionOf, [...quantities.keys()]);
}
