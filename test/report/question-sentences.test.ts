import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionSentences } from "../../src/report/decision-sentences.js";
import {
  formatPayoff,
  formatProbability,
  formatProbabilityFine,
  formatValue,
} from "../../src/report/format.js";
import { givenSentences } from "../../src/report/given-sentences.js";
import { type Phrase, plainText } from "../../src/report/phrase.js";
import { decision } from "../../src/report/sections/decision.js";
import { given } from "../../src/report/sections/given.js";
import { stress } from "../../src/report/sections/stress.js";
import { stressSentences } from "../../src/report/stress-sentences.js";
import { questionFiles } from "../../src/report/questions-csv.js";
import type { Summary } from "../../src/summary/summary.js";
import { fixtureSummary } from "./fixtures.js";
import {
  anyQuestions,
  around,
  fixtureDecision,
  fixtureGiven,
  fixtureShock,
  stressedSummary,
} from "./question-fixtures.js";

const SENTENCES = [stressSentences, givenSentences, decisionSentences];

/** A number that is not one, a negative zero, one decimal of a dollar, an empty or doubled space. */
const BROKEN = /NaN|undefined|Infinity|null|[-\u2212]0(?![.\d])|\$[\d,]+\.\d(?!\d|e)| {2}|^\s*$/;

/** The value that a claim's path leads to. */
function valueAt(summary: Summary, path: string): number {
  const complement = path.startsWith("1 - ");
  const steps = (complement ? path.slice(4) : path).split(".");
  const value = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], summary);
  return complement ? 1 - (value as number) : (value as number);
}

function claimsOf(phrase: Phrase | undefined) {
  return (phrase ?? []).filter((part) => typeof part !== "string");
}

describe("the sentences of shocks, conditions and decisions", () => {
  it("are sound for any result, and every number leads back to the summary", () => {
    fc.assert(
      fc.property(anyQuestions, (summary) => {
        for (const sentence of SENTENCES) {
          const phrase = sentence(summary);
          expect(plainText(phrase)).not.toMatch(BROKEN);
          for (const { of, text } of claimsOf(phrase)) {
            const value = valueAt(summary, of);
            const prints = [
              ...[formatProbability(value), formatProbabilityFine(value)],
              ...[formatPayoff(value, "USD/year"), formatValue(value, "USD/Mtoken")],
            ];
            expect(prints, of).toContain(text);
          }
        }
        for (const make of [stress, given, decision]) {
          expect(make(summary)!.markup).not.toMatch(/NaN|Infinity|null|>undefined</);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("say nothing where nothing is declared", () => {
    const summary = fixtureSummary();
    for (const sentence of SENTENCES) expect(sentence(summary)).toBeUndefined();
    for (const make of [stress, given, decision]) expect(make(summary)).toBeUndefined();
    expect(questionFiles(summary)).toEqual([]);
  });
});

const stressText = (from: number, to: readonly number[], half?: number): string =>
  plainText(stressSentences(stressedSummary(from, to, half)));

describe("the sentence of shocks", () => {
  it("names the largest step and those that turn the answer", () => {
    expect(stressText(0.6, [0.55, 0.2])).toBe(
      "“Shock 2” moves the chance of a loss at $15/Mtoken from 40% to 80%, further than any other shock. “Shock 2” alone makes a loss likelier than not.",
    );
  });

  it("says that no shock alone turns it, also where it loses already", () => {
    expect(stressText(0.6, [0.55, 0.57])).toMatch(
      /No shock alone makes a loss likelier than not\.$/,
    );
    expect(stressText(0.3, [0.2, 0.4])).toMatch(
      /No shock alone makes a profit likelier than not\.$/,
    );
  });

  it("says so where all of them do, and where two step about as far", () => {
    expect(stressText(0.6, [0.2, 0.1])).toMatch(/Each of the shocks alone makes a loss likelier/);
    expect(stressText(0.6, [0.2, 0.2005])).toMatch(/; “Shock 2” moves it about as far, to 80%/);
  });

  it("calls what is too close too close, and says nothing of turning where the base is", () => {
    expect(stressText(0.6, [0.4995])).toMatch(
      /It does not make a loss likelier than not\. With “Shock 1” the odds are too close to call\.$/,
    );
    expect(stressText(0.5, [0.2])).not.toMatch(/likelier/);
  });

  it("tells a step of less than a point in tenths, and none as none", () => {
    expect(stressText(0.6, [0.598], 0.0005)).toMatch(/from 40\.0% to 40\.2%/);
    expect(stressText(0.6, [0.5999], 0.00005)).toMatch(/, 40\.0%, by less than a tenth of a point/);
    expect(stressText(0.6, [0.6])).toMatch(/“Shock 1” does not move .*: it stays at 40%\./);
    expect(stressText(0.6, [0.6005, 0.6])).toMatch(
      /^No shock moves .* beyond the simulation error/,
    );
  });

  it("speaks of the median without a price", () => {
    const summary = stressedSummary(0.6, [0.2]);
    const { p5, p50, p95 } = summary.stress!.base;
    const base = { p5, p50, p95 };
    const text = plainText(
      stressSentences({ ...summary, breakEven: [], stress: { ...summary.stress!, base } }),
    );
    expect(text).toMatch(
      /^“Shock 1” moves the median of cost per million tokens from \$12.* to \$21/,
    );
  });

  it("says of another output where it lies, not that it loses", () => {
    const summary = stressedSummary(0.6, [0.2]);
    const outputs = {
      cost: { ...summary.outputs["cost"]!, unit: "month", label: "Lifetime to break even" },
    };
    const breakEven = [{ ...summary.breakEven[0]!, price: 12, unit: "month" }];
    expect(plainText(stressSentences({ ...summary, outputs, breakEven }))).toBe(
      "“Shock 1” moves the chance that lifetime to break even is above 12\u00a0months from 40% to 80%. “Shock 1” alone makes it likelier than not that lifetime to break even is above 12\u00a0months.",
    );
  });

  it("lists draws without a finite value below the table", () => {
    const summary = stressedSummary(0.6, [0.2]);
    const shocks = [{ ...fixtureShock("Halt", 0.6, 0), undefined: 12 }];
    const { markup } = stress({ ...summary, stress: { ...summary.stress!, shocks } })!;
    expect(markup).toMatch(/above every number: 12 under “Halt”/);
  });
});

const givenText = (...conditions: readonly (readonly [number, number])[]): string => {
  const summary = stressedSummary(0.6, [0.2]);
  const found = conditions.map(([often, to], k) => fixtureGiven(`C${k + 1}`, often, 0.6, to));
  return plainText(givenSentences({ ...summary, given: found }));
};

describe("the sentence of conditions", () => {
  it("begins with that which brings most, in full", () => {
    expect(givenText([0.3, 0.55], [0.1, 0.9])).toBe(
      "“C2”, as in 10% of futures, brings the chance of a loss at $15/Mtoken from 40% to 10%. “C1” (30% of futures) brings it to 45%.",
    );
  });

  it("says what makes no difference, what always holds and what is refused", () => {
    expect(givenText([0.3, 0.6005])).toMatch(
      /makes no difference to the chance of a loss at \$15\/Mtoken beyond/,
    );
    expect(givenText([1, 0.6])).toBe("“C1” holds in all 131,072 draws.");
    expect(givenText([0, 0.6])).toBe("“C1” holds in none of 131,072 draws.");
    expect(givenText([0.001, 0.6], [0.5, 0.7])).toMatch(
      /^“C2”, as in 50% .* “C1” holds in only 131 of 131,072 draws, too few to say what it brings \(400 at least\)\.$/,
    );
  });
});

const decisionText = (more: Parameters<typeof fixtureDecision>[0]): string =>
  plainText(decisionSentences(fixtureSummary({ decision: fixtureDecision(more) })));

describe("the sentence of a decision", () => {
  it("names the best option, how often it is wrong, and what to measure first", () => {
    expect(decisionText({}).replaceAll("\u00a0", " ")).toBe(
      "The best choice now is “Serve”: on average it pays $4.20 million a year, “Do not serve” $0 a year. In 30% of futures the other option would pay more; to know everything beforehand would be worth $2.50 million a year on average. Measuring “throughput” first is worth up to $1.50 million a year; nothing else is worth more than $240,000 a year.",
    );
  });

  it("calls options too close that are", () => {
    expect(decisionText({ lead: { over: 1, difference: around(0.5, 1) } })).toMatch(
      /^“Serve” and “Do not serve” are too close to call at 131,072 draws/,
    );
  });

  it("asks for no measurement where the choice is never wrong, or no input alone turns it", () => {
    const never = decisionText({ wrong: around(0, 0), perfect: around(0, 0) });
    expect(never).toMatch(/In no simulated future would the other option pay more/);
    expect(never).not.toMatch(/Measuring/);
    const inputs = [{ input: "a", label: "A", value: around(-3, 5) }];
    expect(decisionText({ inputs })).toMatch(/any one input exactly would be worth nothing beyond/);
  });

  it("names the only input that matters, and two that matter alike", () => {
    const input = (label: string, value: number, half: number) => ({
      ...{ input: label, label, value: around(value, half) },
    });
    expect(decisionText({ inputs: [input("A", 9, 1), input("B", 1, 2)] })).toMatch(
      /“A” first is worth up to \$9 a year; to know any other input alone is worth nothing beyond/,
    );
    expect(decisionText({ inputs: [input("A", 9, 1), input("B", 8, 1)] })).toMatch(
      /“A” first is worth up to \$9 a year, “B” about as much: \$8 a year\./,
    );
  });

  it("says that what is measured is correlated", () => {
    const inputs = [{ input: "a", label: "A", value: around(9, 1), correlated: ["b"] }];
    expect(decisionText({ inputs })).toMatch(/It is correlated with other inputs/);
  });

  it("says why nothing can be said", () => {
    expect(decisionText({ undefined: 7, best: -1, inputs: [] })).toMatch(
      /^In 7 of 131,072 draws some option has no payoff/,
    );
  });
});

describe("the files of shocks, conditions and decisions", () => {
  it("have a row for each, and text that no spreadsheet takes for a formula", () => {
    const summary = stressedSummary(0.6, [0.2, 0.3]);
    const shocks = [...summary.stress!.shocks, fixtureShock("=HYPERLINK(1)", 0.6, 0.5)];
    const files = questionFiles({
      ...summary,
      stress: { ...summary.stress!, shocks },
      given: [fixtureGiven("A", 0.3, 0.6, 0.7), fixtureGiven("B", 0, 0.6, 0.7)],
      decision: fixtureDecision(),
    });
    expect(files.map(({ path }) => path)).toEqual(["stress.csv", "given.csv", "decision.csv"]);
    const rows = files.map(({ content }) => String(content).trim().split("\n"));
    expect(rows.map(({ length }) => length)).toEqual([5, 3, 8]);
    for (const [header, ...others] of rows) {
      for (const row of others) expect(row.split(",").length).toBe(header!.split(",").length);
    }
    expect(rows[0]![4]).toMatch(/^"'=HYPERLINK/);
  });
});
