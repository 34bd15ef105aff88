import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "../../src/report/figures/figures-of.js";
import {
  driverSentence,
  headline,
  methodSentence,
  rangeSentence,
  sufficientPriceSentence,
} from "../../src/report/sentences.js";
import { frequencySentence } from "../../src/report/in-fifty.js";
import { otherPricesSentence } from "../../src/report/other-prices-sentence.js";
import { plainText } from "../../src/report/phrase.js";
import { differenceWords, endsWords } from "../../src/report/since/difference-words.js";
import { sinceNotes } from "../../src/report/since/since-notes.js";
import { sinceSentence } from "../../src/report/since/since-sentence.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { anySummary, edgeCases, fixturePrice } from "./fixtures.js";

const SENTENCES = [
  headline,
  frequencySentence,
  rangeSentence,
  driverSentence,
  sufficientPriceSentence,
  otherPricesSentence,
  methodSentence,
  sinceSentence,
];
const FIGURES = ["excess", "median", "p5", "p95", "p90", "worstTwentieth"] as const;

/** A number that is not one, a negative zero, one decimal of a dollar, an empty or doubled space. */
const BROKEN = /NaN|undefined|Infinity|null|[-\u2212]0(?![.\d])|\$[\d,]+\.\d(?!\d|e)| {2}|^\s*$/;

describe("every sentence", () => {
  it("is sound for any result", () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const figures = figuresOf(summary);
        const texts = [
          ...SENTENCES.map((sentence) => plainText(sentence(summary))),
          ...sinceNotes(summary, PROVENANCE),
          ...FIGURES.map((figure) => plainText(differenceWords(summary, figure))),
          plainText(endsWords(summary, "p5", "p95")),
          ...figures.flatMap(({ title, caption, alt }) => [title, caption, alt]),
        ];
        for (const text of texts) {
          if (text !== "") expect(text).not.toMatch(BROKEN);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the headline", () => {
  const cases = edgeCases();
  it.each([
    ["usual", "At $15/Mtoken, 45% of simulated futures lose money"],
    [
      "noPrice",
      "Cost per million tokens is $12/Mtoken at the median, $0.35/Mtoken to $411/Mtoken in nine futures of ten",
    ],
    [
      "never",
      "At $0.0001/Mtoken, every one of 131,072 simulated futures loses money (above 99.997% at 95% confidence)",
    ],
    [
      "always",
      "At $1,000,000/Mtoken, none of 131,072 simulated futures loses money (below 0.003% at 95% confidence)",
    ],
    [
      "tooClose",
      "At $12/Mtoken, profit and loss are too close to call at 131,072 draws; about 1,200,000 would tell",
    ],
    [
      "even",
      "At $12/Mtoken, profit and loss are too close to call at 131,072 draws, and no number that would tell can be named",
    ],
    [
      "tooCloseShare",
      "Whether load is at or below 1 in most futures is too close to call at 131,072 draws; about 1,200,000 would tell",
    ],
    ["point", "Cost per million tokens is $1.33/Mtoken: Flash at $0.28/Mtoken does not cover it"],
    [
      "negative",
      "Margin is \u22123.5 at the median, \u22124.85 to \u22122.15 in nine futures of ten",
    ],
    [
      "undefinedDraws",
      "Cost per million tokens has no finite value in 17 of 131,072 simulated futures",
    ],
  ])("%s: %s", (name, text) => {
    expect(plainText(headline(cases[name]!))).toBe(text);
  });
});

describe("a scenario without uncertainty", () => {
  const { point } = edgeCases();
  const priced = (...chances: readonly number[]): string => {
    const breakEven = ["Ours", "Theirs", "Mine", "Yours"].map((name, k) =>
      fixturePrice(name, k + 1, chances[k] ?? NaN),
    );
    return plainText(
      otherPricesSentence({ ...point!, breakEven: breakEven.slice(0, chances.length) }),
    );
  };

  it("says once what it comes to, and how its draws can only agree", () => {
    expect(plainText(rangeSentence(point!))).toBe("Nothing in this scenario is uncertain.");
    expect(plainText(methodSentence({ ...point!, assumptions: [] }))).toMatch(
      /seed .*; they are all alike, for no input is uncertain\.$/,
    );
  });

  it("says of prices whether they suffice, not in how many futures", () => {
    expect(priced(0, 1)).toBe("The cost is covered at the price of Theirs ($2/Mtoken).");
    expect(priced(0, 0, 0)).toBe(
      "The cost is not covered at the price of Theirs ($2/Mtoken) or Mine ($3/Mtoken).",
    );
    expect(priced(0, 1, 0, 1)).toBe(
      "The cost is covered at the price of Theirs ($2/Mtoken) and Yours ($4/Mtoken), not at that of Mine ($3/Mtoken).",
    );
  });
});

describe("other prices", () => {
  it("are named once where the name is the amount", () => {
    const usual = edgeCases()["usual"]!;
    const breakEven = [fixturePrice("Ours", 15, 0.5), fixturePrice("$20/Mtoken", 20, 0.75)];
    expect(plainText(otherPricesSentence({ ...usual, breakEven }))).toBe(
      "The cost is covered at the price of $20/Mtoken in 75% of futures (about 30 in 50).",
    );
  });

  it("say of how many futures they speak once, and what is known of what no draw shows", () => {
    const usual = edgeCases()["usual"]!;
    const breakEven = [
      fixturePrice("Ours", 15, 0.5),
      fixturePrice("A", 25, 0.648),
      fixturePrice("B", 0.0001, 0),
      fixturePrice("C", 1_000_000, 1),
    ];
    expect(plainText(otherPricesSentence({ ...usual, breakEven }))).toBe(
      "The cost is covered at the price of A ($25/Mtoken) in 65% of futures (about 32 in 50), B ($0.0001/Mtoken) in none of 131,072 (below 0.003% at 95% confidence) and C ($1,000,000/Mtoken) in all of 131,072 (above 99.997% at 95% confidence).",
    );
  });
});

describe("a share as a frequency", () => {
  it("counts the dots of the first figure, for any result", () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const told = plainText(frequencySentence(summary));
        if (told === "") return;
        const title = figuresOf(summary).find(({ id }) => id === "01-outcomes")!.title;
        const [, count = "0"] = /^(?:About|All) ([0-9]+) /.exec(title) ?? [];
        const above = / exceeds? /.test(title);
        const shown = above ? 50 - Number(count) : Number(count);
        const words =
          shown === 0
            ? "fewer than 1 in 50"
            : shown === 50
              ? "more than 49 in 50"
              : `about ${shown} in 50`;
        expect(told).toBe(`That is ${words}.`);
      }),
    );
  });

  it("is not told of what is too close to call, certain, or never seen", () => {
    for (const name of ["never", "always", "noPrice"]) {
      expect(frequencySentence(edgeCases()[name]!), name).toBeUndefined();
    }
    const usual = edgeCases()["usual"]!;
    const even = { ...usual, breakEven: [fixturePrice("Ours", 12, 0.5001)] };
    expect(frequencySentence(even)).toBeUndefined();
    expect(plainText(frequencySentence(usual))).toBe("That is about 23 in 50.");
  });
});

describe("figures", () => {
  it("name quantities in small letters inside a sentence", () => {
    const swings = {
      cost: {
        percentiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
        inputs: ["throughput", "utilization"].map((input, k) => {
          const values = Array.from({ length: 7 }, (_, p) => (p + 1) / (k + 1));
          return { input, at: values, values };
        }),
      },
    };
    const { analyses, ties } = edgeCases();
    const titles = [{ ...analyses!, swings }, ties!].flatMap((one) =>
      figuresOf(one).map(({ title }) => title),
    );
    expect(titles.join("\n")).toMatch(/^One at a time/m);
    for (const title of titles) {
      expect(title).not.toMatch(/[a-z,:;] (Throughput|Utilization|Pue|Cost|Share)\b/);
    }
  });

  it("count as many losing dots as the title says", () => {
    const [outcomes] = figuresOf(edgeCases()["usual"]!);
    const losing = outcomes!.table.rows.filter(([, value]) => Number(value) > 15).length;
    expect(outcomes!.title).toContain(`About ${losing} of 50`);
  });

  it("carry user text as data only, never in field names or expressions", () => {
    const hostile = "x']||globalThis['y";
    const usual = edgeCases()["usual"]!;
    const summary = {
      ...usual,
      breakEven: usual.breakEven.map((price) => ({ ...price, against: hostile })),
      assumptions: usual.assumptions.map((one) => ({ ...one, label: hostile })),
    };
    for (const { wide } of figuresOf(summary)) {
      const withoutData = JSON.stringify(wide, (key, value: unknown) =>
        key === "values" ? [] : value,
      );
      expect(withoutData).not.toContain("globalThis");
    }
  });
});
