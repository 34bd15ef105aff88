import { describe, expect, it } from "vitest";
import { describeDistribution } from "../../src/distributions/describe.js";
import { parseShorthand } from "../../src/distributions/shorthand.js";

describe("parseShorthand", () => {
  it.each([
    ["300k to 330k USD/server", "lognormal, p5 300,000, p95 330,000", "USD/server"],
    ["1_000 to 2e3", "lognormal, p5 1,000, p95 2,000", undefined],
    ["-5 to 8 USD", "normal, p5 -5, p95 8", "USD"],
    ["0 to 1.5M token", "normal, p5 0, p95 1,500,000", "token"],
    ["60% to 80%", "lognormal, p5 60, p95 80", "%"],
    ["60 to 80 %", "lognormal, p5 60, p95 80", "%"],
    ["0.10 USD/kWh", "constant, value 0.1", "USD/kWh"],
    ["2.5G", "constant, value 2,500,000,000", undefined],
  ])("reads %s as %s in %s", (text, words, unit) => {
    const shorthand = parseShorthand(text)!;
    expect(describeDistribution(shorthand.spec)).toBe(words);
    expect(shorthand.unitText).toBe(unit);
  });

  it.each([
    "",
    "about 5",
    "5 - 8",
    "1 to",
    "to 5",
    "1,000 to 2,000",
    "0x10 to 0x20",
    "5% to 8",
    "1 to 2 to 3 4",
  ])("refuses %j or leaves what it cannot read to the unit", (text) => {
    const shorthand = parseShorthand(text);
    if (shorthand) expect(shorthand.unitText).toMatch(/\D/);
  });

  it("takes a hostile length in linear time", () => {
    const started = performance.now();
    parseShorthand(`${"1".repeat(50_000)} to ${"_".repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
