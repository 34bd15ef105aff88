import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casesSentence, stackedSentence } from "../../src/report/cases-sentence.js";
import { caseTables } from "../../src/report/case-tables.js";
import { figuresOf } from "../../src/report/figures/figures-of.js";
import { marginFigure } from "../../src/report/figures/margin.js";
import { formatRank, formatRounded } from "../../src/report/format.js";
import { boxSentence, lossesSentence } from "../../src/report/losses-sentence.js";
import { marginSentence } from "../../src/report/margin-sentence.js";
import { markdown } from "../../src/report/memo/markdown.js";
import { memoBlocks } from "../../src/report/memo/memo-blocks.js";
import { type Phrase, plainText } from "../../src/report/phrase.js";
import { roundToSum } from "../../src/report/round-to-sum.js";
import { cases } from "../../src/report/sections/cases.js";
import { losses } from "../../src/report/sections/losses.js";
import { stackSentence } from "../../src/report/stack-sentence.js";
import type { Summary } from "../../src/summary/summary.js";
import { anyAnalyses, fixtureAnalyses } from "./fixture-analyses.js";
import { anySummary, fixturePrice, fixtureSummary } from "./fixtures.js";

const SENTENCES = [
  casesSentence,
  stackedSentence,
  lossesSentence,
  boxSentence,
  marginSentence,
  stackSentence,
];
/** A number that is not one, a negative zero, one decimal of a dollar, an empty or doubled space. */
const BROKEN = /NaN|undefined|Infinity|null|[-\u2212]0(?![.\d])|\$[\d,]+\.\d(?!\d|e)| {2}|^\s*$/;

/** What a path of a claim leads to in a summary. */
function lookUp(summary: Summary, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], summary);
}

function claimsOf(phrase: Phrase | undefined) {
  return (phrase ?? []).filter((part) => typeof part !== "string");
}

const usual = fixtureSummary(fixtureAnalyses());

describe("the sentences of the analyses", () => {
  it("are sound for any result, and every number of theirs stands in the summary", () => {
    fc.assert(
      fc.property(anySummary, anyAnalyses, (base, analyses) => {
        const summary = { ...base, ...analyses };
        if (summary.breakEven.length === 0) return;
        for (const sentence of SENTENCES) {
          const phrase = sentence(summary);
          if (!phrase) continue;
          expect(plainText(phrase)).not.toMatch(BROKEN);
          for (const { of } of claimsOf(phrase)) expect(lookUp(summary, of), of).toBeDefined();
        }
        for (const { title, caption, alt } of figuresOf(summary)) {
          for (const text of [title, caption, alt]) expect(text).not.toMatch(BROKEN);
        }
        for (const markup of [cases(summary), losses(summary)]) {
          expect(markup?.markup ?? "").not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("say what they say of the fixture", () => {
    expect(SENTENCES.map((sentence) => plainText(sentence(usual)))).toEqual([
      "The bear case costs $168/Mtoken, the base case $12/Mtoken, the bull case $0.86/Mtoken",
      "3 inputs each at its own bad tenth, all at once, would give $412/Mtoken: only 2% of futures cost more.",
      "Losing futures are told first by throughput of the fleet: in the median one it is at its 21st percentile, in the others at its 71st",
      "Throughput of the fleet at most 210\u00a0token/s and utilization of the fleet from 0.123 to 0.55: 30% of futures are so, and hold 81% of those that lose money. Of these futures 90% lose money, of the others <1%.",
      "Expected margin at $15/Mtoken is \u2212$5/Mtoken; when it loses, it loses $40/Mtoken on average",
      "Training and GPU capital make up 72% of the median future's cost per million tokens, idle capacity the rest",
    ]);
  });

  it("say of two terms what they share, and begin with a word", () => {
    const { terms, ...stack } = usual.stack!;
    const two = { ...stack, futures: 1, terms: terms.slice(0, 2).map((term) => ({ ...term })) };
    const total = two.terms.reduce((sum, { value }) => sum + value, 0);
    expect(plainText(stackSentence({ ...usual, stack: { ...two, total } }))).toMatch(
      /^[A-Z][a-zA-Z ]+ is \d+% of the cost per million tokens, [a-zA-Z ]+ the rest$/,
    );
  });

  it("say nothing of a summary of old", () => {
    const old = fixtureSummary();
    for (const sentence of SENTENCES) expect(sentence(old)).toBeUndefined();
    expect(caseTables(old)).toEqual([]);
  });

  it.each([
    [0, "no simulated future loses"],
    [12, "only 12 of 131,072 futures are above it, too few to say by how much"],
    [131_072, "every simulated future loses, by $40/Mtoken on average"],
  ])("where %i futures lose: %s", (losing, text) => {
    const { whenLosing, ...margin } = usual.margin!;
    const found = { ...margin, losing, ...(losing > 30 ? { whenLosing: whenLosing! } : {}) };
    expect(plainText(marginSentence({ ...usual, margin: found }))).toContain(`; ${text}`);
  });

  it("do not tell an expected margin from 0 where simulation error does not", () => {
    const expected = { value: 0.1, error: 0.1, low: -0.1, high: 0.3 };
    const text = plainText(marginSentence({ ...usual, margin: { ...usual.margin!, expected } }));
    expect(text).toContain("which simulation error cannot tell from 0");
  });

  it("name no first input where two are alike or none differs", () => {
    const [first, second] = usual.losses!.inputs;
    const alike = { ...second!, separation: { ...first!.separation, value: 0.799 } };
    const told = (inputs: readonly (typeof first & object)[]): string =>
      plainText(lossesSentence({ ...usual, losses: { ...usual.losses!, inputs } }));
    expect(told([first!, alike])).toMatch(/by throughput .* and utilization .* alike$/);
    expect(told([usual.losses!.inputs[2]!])).toMatch(/by no input alone$/);
  });

  it("speak of the futures that make money where most lose, and say how many draws are needed", () => {
    const most = { ...usual.losses!, losing: 60_000 };
    expect(plainText(lossesSentence({ ...usual, losses: most }))).toMatch(
      /^Futures that make money are told first .* 71st percentile, in the others at its 21st$/,
    );
    const few = { ...usual.losses!, losing: 40, needed: 200, inputs: [] };
    expect(plainText(lossesSentence({ ...usual, losses: few }))).toBe(
      "40 of 65,536 futures are too few to tell from the others; 200 are needed, in a run of about 330,000",
    );
  });

  it("call no high value a bear where nobody says which end is bad", () => {
    const summary = { ...usual, breakEven: [] };
    expect(plainText(casesSentence(summary))).toMatch(/ in the low case, .* in the high one$/);
    expect(plainText(stackedSentence(summary))).toContain("its own tenth that raises it");
    const exact = {
      ...usual.cases!,
      stacked: { value: 412, inputs: 3, beyond: { value: 0, low: 0, high: 1e-5 } },
    };
    expect(plainText(stackedSentence({ ...usual, cases: exact }))).toContain(
      "none of 131,072 simulated futures costs more",
    );
  });

  it("divide nothing by a cost of 0", () => {
    const terms = usual.stack!.terms.map((term) => ({ ...term, value: 0 }));
    const stack = { ...usual.stack!, terms, total: 0 };
    expect(plainText(stackSentence({ ...usual, stack }))).toBe(
      "Every part of the median future's cost per million tokens is 0",
    );
  });

  it("tell a profit by what comes in and what takes from it", () => {
    const terms = [
      ["Revenue", 200],
      ["Serving", -122.1],
      ["Training", -166.7],
    ] as const;
    const stack = {
      ...usual.stack!,
      total: -88.8,
      terms: terms.map(([label, value]) => ({ label, value, error: 0 })),
    };
    expect(plainText(stackSentence({ ...usual, stack }))).toBe(
      "In the median future revenue of $200/Mtoken less training of $166.70/Mtoken and serving of $122.10/Mtoken leaves \u2212$88.80/Mtoken as cost per million tokens",
    );
  });
});

describe("the margin figure", () => {
  it("has no bar on both sides of 0, and holds the middle nine futures in ten", () => {
    const { rows } = marginFigure(usual)!.table;
    expect(rows.filter(([from, to]) => Number(from) < -1e-9 && Number(to) > 1e-9)).toEqual([]);
    const share = rows.reduce((sum, [, , one]) => sum + Number(one), 0);
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeLessThan(0.96);
  });

  it("is not drawn of what nobody earns", () => {
    const { cost } = usual.outputs;
    const months = { ...usual, outputs: { cost: { ...cost!, unit: "month" } } };
    expect(marginFigure(months)).toBeUndefined();
  });
});

describe("numbers as they are printed", () => {
  it("add up to their total as it is printed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 3 }),
        (terms, decimals) => {
          const total = terms.reduce((sum, x) => sum + x, 0);
          const rounded = roundToSum(terms, total, decimals);
          const sum = rounded.reduce((all, x) => all + x, 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
          for (const [k, x] of rounded.entries()) {
            expect(Math.abs(x - terms[k]!)).toBeLessThanOrEqual(10 ** -decimals + 1e-9);
          }
        },
      ),
    );
  });

  it("keep all digits of a threshold that was rounded beforehand", () => {
    expect(formatRounded(210, "token/s")).toBe("210\u00a0token/s");
    expect(formatRounded(0.123, "USD/kWh")).toBe("$0.123/kWh");
    expect(formatRounded(312_500, "USD/server")).toBe("$312,500/server");
    expect(formatRounded(-0.012, "USD")).toBe("\u2212$0.012");
    expect(formatRounded(1234.5, "token/s")).toBe("1,234.5\u00a0token/s");
  });

  it("are ordinals of percentiles, never the 0th or the 100th", () => {
    expect([0.001, 0.012, 0.02, 0.03, 0.11, 0.12, 0.13, 0.21, 0.999].map(formatRank)).toEqual(
      "1st 1st 2nd 3rd 11th 12th 13th 21st 99th".split(" "),
    );
  });
});

it("puts cases and losses into the memo and into tables", () => {
  const provenance = { version: "1", sha256: "x", file: "a.yaml", overrides: [] } as never;
  const text = markdown(memoBlocks(usual, [], provenance));
  expect(text).toContain("| Cost per million tokens | $168/Mtoken | $12/Mtoken | $0.86/Mtoken |");
  expect(text).toContain("<!-- {claim:losses.box.coverage.value} -->");
  const [casesCsv, lossesCsv] = caseTables(usual).map(({ content }) => String(content).split("\n"));
  expect(casesCsv).toHaveLength(3 * 4 + 2);
  expect(lossesCsv).toHaveLength(3 + 2);
  const widths = [...casesCsv!, ...lossesCsv!]
    .filter((line) => line !== "")
    .map((line) => line.split(",").length);
  expect(new Set(widths)).toEqual(new Set([11, 12]));
});

it("never prints a price that is not the subject's", () => {
  const other = { ...usual, breakEven: [fixturePrice("Other", 20, 0.6), ...usual.breakEven] };
  expect(plainText(marginSentence(other))).toContain("$15/Mtoken");
});
