import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeCashFigure } from "../../src/report/figures/cumulative-cash.js";
import { overTimeFigure } from "../../src/report/figures/over-time.js";
import { horizonCards } from "../../src/report/horizon-cards.js";
import { horizonTable } from "../../src/report/horizon-csv.js";
import { oddsOverTime } from "../../src/report/odds-over-time.js";
import { overTimeSentences } from "../../src/report/over-time-sentences.js";
import { phraseMarkup, plainText } from "../../src/report/phrase.js";
import { questionFiles } from "../../src/report/questions-csv.js";
import { opening } from "../../src/report/sections/opening.js";
import { overTime } from "../../src/report/sections/over-time.js";
import type { Summary } from "../../src/summary/summary.js";
import { claimsOfHtml, fault } from "./claims.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { fixtureSummary } from "./fixtures.js";
import { anyHorizon, horizonSummary } from "./horizon-fixture.js";

/** A number that is not one, a negative zero, one decimal of a dollar, an empty or doubled space. */
const BROKEN = /NaN|undefined|Infinity|null|[-\u2212]0(?![.\d])|\$[\d,]+\.\d(?!\d|e)| {2}|^\s*$/;

const told = (summary: Summary): string => plainText(overTimeSentences(summary));
const odds = (summary: Summary): string => plainText(oddsOverTime(summary, summary.horizon!));

function cards(summary: Summary): readonly string[] {
  return horizonCards(summary.horizon!).flatMap(({ value, label }) =>
    [value, label].map(plainText),
  );
}

describe("what is said of the years", () => {
  it("is sound for any result, and every number leads back to the summary", () => {
    fc.assert(
      fc.property(anyHorizon, (summary) => {
        const titles = [overTimeFigure, cumulativeCashFigure].flatMap((make) => {
          const figure = make(summary);
          return figure ? [figure.title, figure.caption, figure.alt] : [];
        });
        for (const text of [told(summary), ...titles, ...cards(summary)]) {
          expect(text).not.toMatch(BROKEN);
        }
        const page = `${phraseMarkup(overTimeSentences(summary)).markup}${overTime(summary, () => undefined)!.markup}${opening(summary, PROVENANCE).markup}`;
        expect(page).not.toMatch(/NaN|Infinity|null|>undefined</);
        for (const printed of claimsOfHtml(page)) expect(fault(summary, printed)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("never says that the odds go where they do not", () => {
    fc.assert(
      fc.property(anyHorizon, (summary) => {
        const [, from, to] = /goes from (.+) in year 1 to (.+) in year/.exec(odds(summary)) ?? [];
        if (from === undefined || summary.breakEven.length === 0) return;
        const { change } = summary.horizon!;
        expect(change!.low > 0 || change!.high < 0).toBe(true);
        expect(from).not.toBe(to);
      }),
    );
  });

  it("is nothing without a horizon", () => {
    const summary = fixtureSummary();
    expect(overTimeSentences(summary)).toBeUndefined();
    expect(overTime(summary, () => undefined)).toBeUndefined();
    expect(overTimeFigure(summary)).toBeUndefined();
    expect(cumulativeCashFigure(summary)).toBeUndefined();
    expect(horizonTable(summary)).toBeUndefined();
    expect(questionFiles(summary)).toEqual([]);
  });
});

describe("the sentence of the odds", () => {
  it.each([
    [{ odds: [0.55, 0.4, 0.3] }, "The chance of a loss goes from 45% in year 1 to 70% in year 3"],
    [
      { priced: "stated" as const },
      "The chance of a loss at $15/Mtoken goes from 45% in year 1 to 70% in year 3",
    ],
    [{ odds: [1, 1] }, "In no simulated future is money lost in any of the 2 years"],
    [{ odds: [0, 0] }, "In every simulated future is money lost in each of the 2 years"],
    [
      { odds: [0.5, 0.501], half: 0.01 },
      "The chance of a loss is as good as the same in year 1 and in year 2: 50.0%",
    ],
    [
      { odds: [0.5, 0.50001], half: 0.000001 },
      "The chance of a loss hardly moves from year 1 to year 2: 50.0%",
    ],
    [
      { odds: [1, 0.4], half: 0.03 },
      "The chance of a loss goes from at most 3% in year 1 to 60% in year 2",
    ],
    [
      { odds: [1, 0.996], half: 0.002 },
      "The chance of a loss hardly moves from year 1 to year 2: <1%",
    ],
    [{ odds: [0.55] }, "The chance of a loss is 45.0% in the one year"],
    [
      { priced: "none" as const },
      "Cost per million tokens goes from $12/Mtoken at the median in year 1 to $9.72/Mtoken in year 3",
    ],
  ])("of %j", (parts, says) => {
    const flat = "priced" in parts && parts.priced === "none" ? { spread: 0 } : {};
    expect(odds(horizonSummary({ ...parts, ...flat }))).toBe(says);
  });
});

describe("the sentence of the payback", () => {
  it.each([
    [
      { endless: 5, never: 0.2 },
      /^In half of futures the investment is paid back within 1\.4\syears, in 20% not within 3 years$/,
    ],
    [
      { endless: 3, never: 0.6 },
      /^In 60% of futures the investment is not paid back within 3 years; in a quarter of all it is within 1\.1\syears$/,
    ],
    [
      { endless: 0, never: 1 },
      /^In no simulated future is the investment paid back within 3 years \(below 0\.1% at 95% confidence\)$/,
    ],
    [
      { endless: 7, never: 0 },
      /^The investment is paid back in every simulated future, in half of them within 1\.4\syears$/,
    ],
  ])("of %j", (parts, says) => {
    expect(cumulativeCashFigure(horizonSummary(parts))!.title).toMatch(says);
  });
});

describe("the key figures of a horizon", () => {
  it("are six cards with the others, and say when half never pay back", () => {
    const summary = horizonSummary({ endless: 3, never: 0.6 });
    const { markup } = opening(summary, PROVENANCE);
    expect(markup.match(/<li><b>/g)).toHaveLength(6);
    expect(cards(summary)).toEqual([
      "40%",
      "chance that the net present value is below 0; 39.7% to 40.3% by simulation error",
      "never",
      "median payback; 60% of futures do not pay back within 3 years",
    ]);
  });
});

describe("the table of the years", () => {
  it("has as many cells in each row, and none that is not a number or a text", () => {
    fc.assert(
      fc.property(anyHorizon, (summary) => {
        const { header, rows } = horizonTable(summary)!;
        for (const row of rows) {
          expect(row).toHaveLength(header.length);
          for (const cell of row)
            expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
