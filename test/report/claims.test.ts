import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { markdown } from "../../src/report/memo/markdown.js";
import { memoBlocks } from "../../src/report/memo/memo-blocks.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import type { Summary } from "../../src/summary/summary.js";
import { claimsOfHtml, claimsOfMarkdown, fault, type Printed } from "./claims.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { pageOf } from "./page-of.js";
import { anySummary, edgeCases } from "./fixtures.js";

let draw: DrawSvg;
beforeAll(async () => {
  draw = await loadDrawSvg();
});

function faults(summary: Summary, printed: readonly Printed[]): readonly string[] {
  return printed.flatMap((one) => fault(summary, one) ?? []);
}

describe("a number in a report", () => {
  it.each(Object.keys(edgeCases()))("follows from summary.json: %s", async (name) => {
    const summary = edgeCases()[name]!;
    const claims = claimsOfHtml(await pageOf(summary, PROVENANCE, draw));
    expect(claims.length).toBeGreaterThan(3);
    expect(faults(summary, claims)).toEqual([]);
  });

  it("stands in the page's description as in its first line", async () => {
    const html = await pageOf(edgeCases()["usual"]!, PROVENANCE, draw);
    expect(html).toContain(
      '<meta name="description" content="At $15/Mtoken, 45% of simulated futures lose money." />',
    );
  });

  it("changes with summary.json", async () => {
    const usual = edgeCases()["usual"]!;
    const [main, ...others] = usual.breakEven;
    const moved = {
      ...usual,
      breakEven: [
        { ...main!, price: 17, probability: { value: 0.25, low: 0.24, high: 0.26 } },
        ...others,
      ],
    };
    const html = await pageOf(moved, PROVENANCE, draw);
    expect(html).toContain(
      'At <span data-claim="breakEven.0.price">$17/Mtoken</span>, <span data-claim="1 - breakEven.0.probability.value">75%</span> of simulated futures lose money',
    );
    expect(faults(moved, claimsOfHtml(html))).toEqual([]);
    expect(faults(usual, claimsOfHtml(html))).not.toEqual([]);
  });
});

describe("a number in a memo", () => {
  it("follows from summary.json, for any result", () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const claims = claimsOfMarkdown(markdown(memoBlocks(summary, [], PROVENANCE)));
        expect(claims.length).toBeGreaterThan(0);
        expect(faults(summary, claims)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
