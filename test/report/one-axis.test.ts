import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeIndex } from "../../src/report/compose-index.js";
import { textWidth } from "../../src/report/figures/fit-label.js";
import { sharedAxis } from "../../src/report/one-axis/axis-rows.js";
import { oneAxisFigure } from "../../src/report/one-axis/one-axis.js";
import { placeFlags } from "../../src/report/one-axis/price-flags.js";
import type { Summary } from "../../src/summary/summary.js";
import { fixtureOutput, fixturePrice, fixtureSummary } from "./fixtures.js";

/** A scenario whose cost is the same in every future. */
function point(title: string, value: number, more: Partial<Summary> = {}): Summary {
  const base = fixtureSummary();
  return {
    ...base,
    title,
    outputs: { cost: fixtureOutput(() => value) },
    sensitivity: { cost: [] },
    ...more,
  };
}

describe("the scenarios on one axis", () => {
  it("are those whose leading outputs are measured alike, the cheapest first, in one unit", () => {
    const thousand = point("In thousands", 0.003, {
      outputs: { cost: fixtureOutput(() => 0.003, { unit: "USD/ktoken" }) },
      breakEven: [{ ...fixturePrice("GPT-5.4", 0.015, 1), unit: "USD/ktoken" }],
    });
    const hour = point("An hour", 2, {
      outputs: { cost: fixtureOutput(() => 2, { unit: "USD/GPU/h" }) },
    });
    const loss = point("Negative", -2);
    const shared = sharedAxis([point("Dear", 40), hour, thousand, loss, fixtureSummary()])!;
    expect(shared.rows.map(({ title, p50 }) => [title, Number(p50.toPrecision(9))])).toEqual([
      ["In thousands", 3],
      ["A fixture", 12],
      ["Dear", 40],
    ]);
    expect(shared.unit).toBe("USD/Mtoken");
    expect(shared.leftOut).toBe(2);
    expect(shared.prices.map(({ name }) => name)).toEqual([
      ...["Flash", "GPT-5.4", "Opus 4.6", "Nearly as dear as Opus"],
    ]);
  });

  it("are no figure where fewer than two are alike", () => {
    expect(sharedAxis([fixtureSummary()])).toBeUndefined();
    expect(sharedAxis([])).toBeUndefined();
  });

  it("say how far apart they are, without a split where no model joins them", () => {
    const shared = sharedAxis([point("Dear", 40), point("Cheap", 4)])!;
    expect(oneAxisFigure(shared, undefined).title).toBe(
      "2 scenarios from $4/Mtoken to $40/Mtoken, 10 times as much",
    );
  });

  it("say what explains their spread in the index, from what their summaries hold", async () => {
    const answer = (title: string, hour: number, speed: number) => {
      const value = hour / speed / 0.0036;
      const at = (name: string, label: string, one: number, unit: string) => {
        const quantity =
          name === "gpu_hour"
            ? "gpu_hour_cost"
            : name === "throughput"
              ? "throughput_per_gpu"
              : name;
        return { name, label, quantities: [{ name: quantity, value: one, unit }] };
      };
      return point(title, value, {
        point: {
          model: "token-cost",
          output: { name: "hardware_cost_per_token", value, unit: "USD/Mtoken" },
          factors: [
            at("gpu_hour", "Cost of a GPU-hour", hour, "USD/GPU/h"),
            at("throughput", "Throughput of a GPU", speed, "token/s/GPU"),
            at("utilization", "Utilization", 1, "1"),
          ],
        },
      });
    };
    const entries = [
      answer("a", 2, 100),
      answer("b", 2, 1000),
      answer("c", 4, 100),
      answer("d", 4, 1000),
    ];
    const [index] = await composeIndex(entries.map((summary) => ({ summary, folder: "" })));
    // Variances of two levels a factor 10 and a factor 2 apart: ln(10)^2 to ln(2)^2.
    expect(String(index!.content)).toContain(
      "4 scenarios from $0.56/Mtoken to $11.11/Mtoken, 20 times as much: throughput of a GPU explains 92% of the spread and cost of a GPU-hour 8%",
    );
  });
});

describe("labels of prices", () => {
  it("lie on no other label and are crossed by no rule", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.integer({ min: 0, max: 400 }),
            length: fc.integer({ min: 1, max: 30 }),
          }),
          {
            maxLength: 12,
          },
        ),
        (marks) => {
          const sorted = marks
            .map(({ x, length }) => ({ x, name: "n".repeat(length), amount: " $5" }))
            .sort((a, b) => a.x - b.x);
          const { flags, height } = placeFlags(sorted, 150, 480);
          for (const [k, { x, y, text }] of flags.entries()) {
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(height);
            const end = x + 5 + textWidth(text);
            expect(end).toBeLessThanOrEqual(480 + 1e-9);
            for (const other of flags.slice(k + 1)) {
              // A rule to the right starts at its own label, below this one, or stands clear of it.
              expect(other.x >= end || other.y > y).toBe(true);
            }
          }
        },
      ),
    );
  });
});
