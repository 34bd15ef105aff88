import { beforeAll, describe, expect, it } from "vitest";
import { livePanel } from "../../src/live/live-panel.js";
import { simulate } from "../../src/pipeline.js";
import { composeReport } from "../../src/report/compose-report.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { claimsOfHtml, claimsOfMarkdown, fault } from "./claims.js";

/** What a line of a scenario may look like; each is a run of its own, with all its analyses. */
const SHAPES: Readonly<Record<string, string>> = {
  "no price": `inputs: { x: "1 to 3", z: "2 to 5" }
formulas: { y: x * z }
outputs: [y]`,
  "a cost without a price": `inputs: { x: "1 to 3 USD/Mtoken", z: "2 to 5" }
formulas: { y: { formula: x * z, unit: USD/Mtoken } }
outputs: [y]`,
  "a price that never suffices": `inputs: { x: "1 to 3 USD/Mtoken", z: "2 to 5" }
formulas: { y: { formula: x * z, unit: USD/Mtoken } }
outputs: [y]
prices: { Free: { price: 0.001, unit: USD/Mtoken } }`,
  "a price that always suffices": `inputs: { x: "1 to 3 USD/Mtoken", z: "2 to 5" }
formulas: { y: { formula: x * z, unit: USD/Mtoken } }
outputs: [y]
prices: { Dear: { price: 9999, unit: USD/Mtoken } }`,
  "a price that suffices nearly always": `inputs: { x: "1 to 3 USD/Mtoken", z: "2 to 5" }
formulas: { y: { formula: x * z, unit: USD/Mtoken } }
outputs: [y]
prices: { Dear: { price: 24, unit: USD/Mtoken } }`,
  "one input": `inputs: { x: "1 to 3 USD/Mtoken" }
formulas: { y: { formula: 2 * x, unit: USD/Mtoken } }
outputs: [y]
prices: { P: { price: 4, unit: USD/Mtoken } }`,
  "an input as output": `inputs: { x: "1 to 3 USD/Mtoken" }
outputs: [x]
prices: { P: { price: 2, unit: USD/Mtoken } }`,
  "nothing uncertain": `inputs: { x: 3 }
formulas: { y: 2 * x }
outputs: [y]
prices: { P: 4 }`,
  "an input that changes nothing": `inputs: { x: "1 to 3", z: "1 to 2" }
formulas: { y: x + 0 * z }
outputs: [y]
prices: { P: 2 }`,
  "a coin": `inputs: { x: { distribution: bernoulli, p: 0.3 } }
formulas: { y: 4 + 16 * x }
outputs: [y]
prices: { P: 15, Between: 4 }`,
  "whole numbers": `inputs: { x: { distribution: poisson, mean: 3 }, z: "1 to 2" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 4 }`,
  "a switch and an input that depends on it": `inputs: { x: "1 to 3", z: "2 to 5" }
switches: { kind: { cases: [ { name: low, weight: 1 }, { name: high, weight: 2, inputs: { x: "4 to 9" } } ] } }
formulas: { y: x * z }
outputs: [y]
prices: { P: 12 }`,
  "uncertain parameters": `inputs: { x: { distribution: normal, mean: "9 to 11", sd: 2 }, z: "2 to 5" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 30 }`,
  "correlated inputs": `inputs: { x: "1 to 3", z: "2 to 5", w: "1 to 2" }
formulas: { y: x * z + w }
outputs: [y, w]
prices: { P: 8 }
correlations: [ { between: [x, z], rank: -0.7 } ]`,
  "what differs and what is not known": `inputs: { x: { distribution: lognormal, p5: 1, p95: 3, nature: variability }, z: "2 to 5" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 8 }`,
  "negative everywhere": `inputs: { x: "1 to 3", z: "2 to 5" }
formulas: { y: 0 - x * z }
outputs: [y]
prices: { P: -5 }`,
  "both signs": `inputs: { x: { distribution: normal, mean: 0, sd: 1 }, z: "2 to 5" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 0 }`,
  "six decades": `inputs: { x: { distribution: lognormal, p5: 0.001, p95: 1000 }, z: "2 to 5" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 1 }`,
  "tiny and huge": `inputs: { x: { distribution: uniform, min: 1e-9, max: 2e-9 }, z: { distribution: uniform, min: 1e14, max: 3e14 } }
formulas: { y: x, w: z }
outputs: [y, w]
prices: { P: 1.5e-9, Q: { price: 2e14, output: w } }`,
  "hardly any spread": `inputs: { x: { distribution: normal, mean: 12.3, sd: 1e-9 } }
formulas: { y: x }
outputs: [y]
prices: { P: 12.3 }`,
  "some draws undefined": `inputs: { x: { distribution: normal, mean: 2, sd: 1 }, z: "2 to 5" }
formulas: { y: log(x) * z }
outputs: [y]
prices: { P: 1 }
run: { allow_undefined: true }`,
  "no draw defined": `inputs: { x: "1 to 3" }
formulas: { y: log(0 - x) }
outputs: [y]
prices: { P: 1 }
run: { allow_undefined: true }`,
  "no mean": `inputs: { x: { distribution: cauchy, location: 0, scale: 1 }, z: "1 to 2" }
formulas: { y: x * z }
outputs: [y]
prices: { P: 1 }`,
  "a payoff, a shock and a condition": `inputs: { x: "1 to 3 USD/Mtoken", z: "2 to 5" }
formulas: { y: { formula: x * z, unit: USD/Mtoken } }
outputs: [y]
prices: { P: { price: 6, unit: USD/Mtoken } }
stress: { Doubles: { multiply: { x: 2 } }, Nothing: { multiply: { z: 1 } } }
given: { "x is low": x < 2 USD/Mtoken, Never: x < 0.01 USD/Mtoken }
decision: { options: { Serve: { volume: 1 Ttoken/year, price: P }, Do not: 0 } }`,
  "years with a falling price": `inputs: { x: "1 to 3 USD/Mtoken", v: "1 to 2 Ttoken/year", f: "0.05 to 0.3" }
formulas: { y: { formula: "x * (1 - f)^years_passed", unit: USD/Mtoken } }
outputs: [y]
prices: { P: { price: 2, unit: USD/Mtoken } }
horizon: { years: 4, investment: 1 MUSD, cash: v * (2 USD/Mtoken - y), discount: 10 %/year, price: "2 USD/Mtoken * 0.7^years_passed" }`,
  "years without a price": `inputs: { x: "1 to 3", v: "1 to 2 USD/year" }
formulas: { y: "x * 1.2^years_passed" }
outputs: [y]
horizon: { years: 13, investment: 9 USD, cash: v * y, discount: 0 }`,
  "years that nothing changes, below a price": `inputs: { x: "1 to 3" }
outputs: [x]
prices: { P: 5 }
horizon: { years: 3, investment: 0, cash: 0, discount: 0 }`,
  "one year, and money lost in it": `inputs: { x: "1 to 3" }
outputs: [x]
prices: { P: 2 }
horizon: { years: 1, investment: 7 USD, cash: -1 USD/year * x, discount: 5 %/year }`,
  "years of which nothing is uncertain": `inputs: { x: 3 }
formulas: { y: 2 * x - years_passed }
outputs: [y]
prices: { P: 4 }
horizon: { years: 5, investment: 10 USD, cash: 4 USD/year, discount: 5 %/year }`,
  "years in which some flows are undefined": `inputs: { x: { distribution: normal, mean: 2, sd: 1 } }
formulas: { y: x }
outputs: [y]
prices: { P: 1 }
horizon: { years: 3, investment: 3 USD, cash: log(x) * 1 USD/year, discount: 5 %/year }`,
  "years of which no draw has a flow": `inputs: { x: "1 to 3" }
outputs: [x]
prices: { P: 1 }
horizon: { years: 2, investment: 3 USD, cash: log(0 - x) * 1 USD/year, discount: 5 %/year }`,
  "a question": `question: Is it?
inputs: { x: "1 to 3" }
outputs: [x]`,
};

const WRONG = /NaN|Infinity|\bnull\b|\[object|[-\u2212]0(?![.\d])|\$[\d,]+\.\d(?!\d|e)/;

let draw: DrawSvg;
beforeAll(async () => {
  draw = await loadDrawSvg();
});

describe("a report", () => {
  it.each(
    Object.entries(SHAPES).flatMap(([name, text]) => {
      return ["sobol", "lhs", "random"].map((method) => [name, method, text] as const);
    }),
  )("is whole, and traces to its summary: %s, %s", async (_, method, text) => {
    const parsed = parseScenario("a.yaml", `name: a\n${text}\n`);
    const scenario = { ...parsed, run: { ...parsed.run, draws: 4096, method: method as "sobol" } };
    const summary = await simulate(scenario, inlineEvaluator);
    const provenance = { version: "0.0.0", file: "a.yaml", text, overrides: [], sha256: "ab" };
    const panel = livePanel(scenario, summary);
    const files = await composeReport(summary, provenance, draw, panel);
    const read = (path: string): string =>
      String(files.find((file) => file.path === path)!.content);
    const [page, memo] = [read("report.html"), read("memo.md")];
    const printed = [...claimsOfHtml(page), ...claimsOfMarkdown(memo)];
    expect(printed.flatMap((one) => fault(summary, one) ?? [])).toEqual([]);
    const words = page.replace(/<(script|style)[^]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");
    const broken = [words, memo.replace(/<!--.*?-->/g, "")].map((one) => WRONG.exec(one)?.index);
    const around = broken.map((at, k) => at && [words, memo][k]!.slice(at - 60, at + 40));
    expect(around.filter((one) => one !== undefined)).toEqual([]);
    if (!/undefined/.test(_) && !/no draw/.test(_)) expect(words).not.toMatch(/undefined/);
  });
});
