import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { compareScenarios } from "../../../src/comparison/compare-scenarios.js";
import type { Comparison } from "../../../src/comparison/comparison.js";
import { composeComparison } from "../../../src/report/comparison/compose-comparison.js";
import { compareCommandLine } from "../../../src/report/comparison/sections.js";
import { factorRows, oddsTable } from "../../../src/report/comparison/rows.js";
import { comparisonHeadline, valuesSentence } from "../../../src/report/comparison/sentences.js";
import { waterfallFigure } from "../../../src/report/comparison/waterfall.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import { essayScenario } from "../../comparison/essays.js";

const essays = compareScenarios(essayScenario("moe"), essayScenario("kimi"));

/** Two scenarios of an output in a unit, by their inputs. */
function compared(formula: string, unit: string, a: string, b: string): Comparison {
  const side = (name: string, inputs: string) =>
    parseScenario(
      `${name}.yaml`,
      `name: ${name}
inputs: { ${inputs} }
formulas: { out: { formula: "${formula}", unit: "${unit}", label: Result } }
outputs: [out]
run: { draws: 400, seed: 1, method: sobol }`,
    );
  return compareScenarios(side("a", a), side("b", b));
}

describe("the headline of a comparison", () => {
  it("says how far apart they are and what explains it, what opposes it last", () => {
    expect(comparisonHeadline(essays)).toBe(
      "kimi costs 664 times moe: throughput of a GPU explains 85% of the gap, training 11%, margin 5%, utilization 3% and overhead 3%; cost of a GPU-hour (−8%) works the other way",
    );
    const back = compareScenarios(essayScenario("kimi"), essayScenario("moe"));
    expect(comparisonHeadline(back)).toBe(comparisonHeadline(essays));
  });

  it.each([
    [
      "x * y",
      "1",
      "x: 2, y: 1",
      "x: 3, y: 1",
      "Result of b is 50% higher than that of a: X explains 100% of the gap",
    ],
    ["x * y", "1", "x: 2, y: 1", "x: 2, y: 1", "a and b come to the same result: 2"],
    [
      "x * y",
      "1",
      "x: 2, y: 3",
      "x: 30, y: 0.201",
      "Result of b is 0.5% higher than that of a: parts that nearly cancel, X × 15 and Y × 0.067",
    ],
    [
      "x - y",
      "1",
      "x: 2, y: 3",
      "x: 3, y: 1",
      "Result is 3 higher in b than in a: Y explains 67% of the gap and X 33%",
    ],
    ["x - y", "1", "x: 2, y: 3", "x: 3, y: 4", "a and b come to the same result: −1"],
  ])("%s: from %s to %s", (formula, unit, a, b, sentence) => {
    expect(comparisonHeadline(compared(formula, unit, a, b))).toBe(sentence);
  });

  it("speaks of medians and of chances where something is uncertain", () => {
    const found = compared("x / y", "1", 'x: "2 to 3", y: 4', 'x: "4 to 6", y: 4');
    expect(comparisonHeadline(found)).toBe(
      "Result of b is 2 times that of a at the median: X explains 100% of the gap",
    );
    expect(valuesSentence(found)).toBe(
      "Result is 0.612 at the median in a and 1.22 in b; on the same futures the second less the " +
        "first is 0.612 (0.612 to 0.612). a is the lower of the two, or equal, in 100% (>99.9% to " +
        "100.0%) of futures, and in >99% (>99.9% to >99.9%) where each has a future of its own. " +
        "In brackets 95% intervals of the simulation error.",
    );
  });
});

describe("the table of factors", () => {
  it("adds up, with what changed below each factor", () => {
    const rows = factorRows(essays);
    expect(rows[0]).toEqual({
      ...{ kind: "factor", label: "Throughput of a GPU", from: "2,500\u00a0token/s/GPU" },
      ...{ to: "10\u00a0token/s/GPU", effect: "× 250", share: "85.0%" },
    });
    expect(rows.filter(({ kind }) => kind === "factor")).toHaveLength(6);
    expect(rows.find(({ label }) => label === "GPUs in a replica")).toMatchObject({
      kind: "input",
      to: "5\u00a0GPUs",
    });
    expect(rows.at(-1)).toMatchObject({ kind: "total", effect: "× 664", share: "100.0%" });
  });

  it("has odds by price only where something was simulated", () => {
    expect(oddsTable(essays).columns).toEqual([]);
  });
});

describe("the waterfall", () => {
  it("arrives where the second scenario is, one factor at a time", () => {
    const { table, title } = waterfallFigure(essays)!;
    expect(title).toBe("From $0.21/Mtoken to $142/Mtoken, mostly by throughput of a GPU (× 250)");
    expect(table.rows).toHaveLength(8);
    for (const [k, [, from, to]] of table.rows.entries()) {
      if (k > 0) expect(Number(from) / Number(table.rows[k - 1]![2])).toBeCloseTo(1, 12);
      expect(Number(to)).toBeGreaterThan(0);
    }
    expect(Number(table.rows[6]![2]) / essays.b.value).toBeCloseTo(1, 12);
  });

  it("is left out where there is nothing to split", () => {
    expect(waterfallFigure(compared("x", "1", "x: 2", "x: 2"))).toBeUndefined();
  });

  it("compiles without a warning and holds text as data alone", () => {
    const named = { ...essays, b: { ...essays.b, scenario: "Qzx']||1['y" } };
    for (const spec of [waterfallFigure(named)!.wide, waterfallFigure(named)!.narrow]) {
      const warnings: string[] = [];
      const logger = {
        level: () => logger,
        error: (text: string) => (warnings.push(text), logger),
        warn: (text: string) => (warnings.push(text), logger),
        info: () => logger,
        debug: () => logger,
      };
      compile(spec as unknown as Parameters<typeof compile>[0], { logger: logger as never });
      expect(warnings).toEqual([]);
      const program = JSON.stringify(spec, (key, value: unknown) =>
        key === "values" ? [] : value,
      );
      expect(program).not.toContain("Qzx");
    }
  });
});

describe("the files of a comparison", () => {
  it("are a page without scripts, the numbers, and the figure in four forms", async () => {
    const source = { version: "0", file: "a b.yaml", text: "", overrides: [], sha256: "00" };
    const hostile = { ...essays, notes: ["<script>alert(1)</script>"], elsewhere: ["x"] };
    const command = compareCommandLine([source, source], ["--price", "15"]);
    const files = await composeComparison(hostile, [source, source], command);
    expect(files.map(({ path }) => path)).toEqual([
      "comparison.html",
      "comparison.json",
      ...["vl.json", "svg", "png", "csv"].map((ending) => `figures/01-waterfall.${ending}`),
    ]);
    const page = String(files[0]!.content);
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toContain("<script");
    expect(page).toContain("breakeven compare &#39;a b.yaml&#39; &#39;a b.yaml&#39; --price 15");
    expect(JSON.parse(String(files[1]!.content))).toEqual(JSON.parse(JSON.stringify(hostile)));
  });
});
