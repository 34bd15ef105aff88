import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/report/figures/figure.js";
import { figuresOf } from "../../../src/report/figures/figures-of.js";
import { subjectOf } from "../../../src/report/figures/subject.js";
import { formatProbability, formatValue } from "../../../src/report/format.js";
import type { Summary } from "../../../src/summary/summary.js";
import { anySummary, edgeCases } from "../fixtures.js";

const cases = edgeCases();

function figure(summary: Summary, id: string): Figure | undefined {
  return figuresOf(summary).find((one) => one.id.startsWith(id));
}

function titles(name: string): readonly string[] {
  return figuresOf(cases[name]!).map(({ id, title }) => `${id.slice(0, 2)} ${title}`);
}

/** Numbers of a column of a figure's table. */
function column({ table }: Figure, index: number): readonly number[] {
  return table.rows.map((row) => Number(row[index]));
}

describe("what titles say of any result", () => {
  it("01: as many futures lose as dots lie beyond the price, and only a cost loses money", () => {
    check((summary) => {
      const outcomes = figure(summary, "01");
      const { main, isTokenCost } = subjectOf(summary);
      if (!outcomes || !main) return;
      const losing = column(outcomes, 1).filter((value) => value > main.price).length;
      const count = losing === 0 ? "None" : losing === 50 ? "All 50" : `About ${losing} of 50`;
      expect(outcomes.title.startsWith(`${count} `)).toBe(true);
      expect(/loses? money/.test(outcomes.title)).toBe(isTokenCost);
      expect(outcomes.title).toContain(formatValue(main.price, main.unit));
    });
  });

  it("02: the prices for half and for nine in ten are those of the curve", () => {
    check((summary) => {
      const curve = figure(summary, "02");
      if (!curve) return;
      const { output } = subjectOf(summary);
      for (const name of ["p50", "p90"] as const) {
        expect(curve.title).toContain(formatValue(output.percentiles[name]!.value, output.unit));
      }
    });
  });

  it("04: the input named moves the median furthest, and from and to what is shown", () => {
    check((summary) => {
      const tornado = figure(summary, "04");
      if (!tornado) return;
      const { output } = subjectOf(summary);
      const [top] = tornado.table.rows;
      const swings = tornado.table.rows.map(([, low, high]) =>
        Math.abs(Number(high) - Number(low)),
      );
      expect(swings[0]).toBe(Math.max(...swings));
      expect(tornado.title).toContain(formatValue(Number(top![1]), output.unit));
      if (!tornado.title.startsWith("No input moves")) expect(tornado.title).toContain(top![0]);
      if (tornado.title.includes(" most: ")) expect(swings[1]).toBeLessThan(swings[0]!);
    });
  });

  it("05: the bet is the one nearest to even odds, decided only where an input turns it", () => {
    check((summary) => {
      const decision = figure(summary, "05");
      if (!decision) return;
      const [, low, high] = decision.table.rows[0]!.map(Number);
      expect(decision.title).toContain(
        `in ${formatProbability(low!)} of futures in its lowest tenth, ${formatProbability(high!)} in its highest`,
      );
      if (decision.title.includes("decides")) {
        expect(Math.min(low!, high!)).toBeLessThan(0.5);
        expect(Math.max(low!, high!)).toBeGreaterThan(0.5);
      }
      const { breakEven } = subjectOf(summary);
      const distances = breakEven.map(({ probability }) => Math.abs(probability.value - 0.5));
      const nearest = breakEven[distances.indexOf(Math.min(...distances))]!;
      expect(decision.caption).toContain(formatValue(nearest.price, nearest.unit));
    });
  });
});

describe("the table of a tornado", () => {
  it("has every input with its low end before its high end", () => {
    const summary = cases["usual"]!;
    const drivers = summary.sensitivity["cost"]!;
    const label = (input: string): string =>
      summary.assumptions.find(({ name }) => name === input)!.label;
    expect(figure(summary, "04")!.table.rows).toEqual(
      drivers.map(({ input, low, high }) => [label(input), low.value, high.value]),
    );
    expect(figure(summary, "05")!.table.rows).toEqual(
      drivers.map(({ input, breakEven: [bet] }) => [label(input), bet!.low.value, bet!.high.value]),
    );
  });
});

describe("titles of edge cases", () => {
  it.each([
    ["usual", "01 About 23 of 50 equally likely futures lose money at $15/Mtoken"],
    [
      "usual",
      "02 $168/Mtoken is needed to cover the cost in 90% of futures; $12/Mtoken covers it in half",
    ],
    [
      "usual",
      "04 Throughput of the fleet moves cost per million tokens most: from $80/Mtoken to $2/Mtoken at the median",
    ],
    ["noPrice", "01 Nine futures in ten lie between $0.35/Mtoken and $411/Mtoken"],
    ["never", "01 All 50 equally likely futures lose money at $0.0001/Mtoken"],
    ["always", "01 None of 50 equally likely futures loses money at $1,000,000/Mtoken"],
    [
      "oneInput",
      "04 Throughput of the fleet moves cost per million tokens from $80/Mtoken to $2/Mtoken at the median",
    ],
    [
      "ties",
      "04 No input stands clear: utilization of the fleet moves cost per million tokens from $20/Mtoken to $5/Mtoken at the median, throughput of the fleet about as far",
    ],
    ["negative", "02 90% of futures stay at or below \u22122.3, half at or below \u22123.5"],
    ["narrowSpread", "03 Cost per million tokens: $12.30/Mtoken in nine futures of ten"],
    [
      "narrowSpread",
      "04 No input moves cost per million tokens visibly: it stays at $12.30/Mtoken at the median",
    ],
    ["twoValues", "01 About 35 of 50 equally likely futures lose money at $15/Mtoken"],
    [
      "undefinedDriver",
      "04 Utilization of the fleet moves cost per million tokens from $15/Mtoken to $9/Mtoken at the median",
    ],
    ["billions", "01 About 37 of 50 equally likely futures exceed $5,000,000,000"],
  ])("%s: %s", (name, title) => {
    expect(titles(name)).toContain(title);
  });

  it("show nothing uncertain where nothing is", () => {
    expect(figuresOf(cases["point"]!)).toEqual([]);
  });

  it("withhold the distribution where draws are undefined, and keep what is still true", () => {
    expect(titles("undefinedDraws").map((title) => title.slice(0, 2))).toEqual(["04", "05"]);
  });

  it("fold what ten bars do not show, and keep it in the table", () => {
    const tornado = figure(cases["manyInputs"]!, "04")!;
    expect(tornado.caption).toContain("15 others move it by less.");
    expect(tornado.table.rows).toHaveLength(25);
    expect(figure(cases["manyInputs"]!, "05")!.caption).toContain("15 others move it no further.");
  });

  it("cut long labels in the chart and keep them whole in the table", () => {
    const tornado = figure(cases["longLabels"]!, "04")!;
    expect(tornado.table.rows.map(([label]) => label)).toContain("W".repeat(40));
    expect(JSON.stringify(tornado.wide)).not.toContain("W".repeat(40));
    expect(JSON.stringify(tornado.wide)).toContain("A share of the fleet that stands and waits");
  });

  it("say which prices lie off the axis", () => {
    expect(figure(cases["always"]!, "02")!.caption).toContain(
      "Off the axis: Dear ($1,000,000/Mtoken, 100%).",
    );
  });
});

function check(claim: (summary: Summary) => void): void {
  fc.assert(fc.property(anySummary, claim), { numRuns: 100 });
}
