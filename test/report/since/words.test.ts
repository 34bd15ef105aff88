import { beforeAll, describe, expect, it } from "vitest";
import { plainText } from "../../../src/report/phrase.js";
import { type DrawSvg, loadDrawSvg } from "../../../src/report/render/draw-svg.js";
import { runId } from "../../../src/report/run-id.js";
import { differenceWords, endsWords } from "../../../src/report/since/difference-words.js";
import { sinceNotes } from "../../../src/report/since/since-notes.js";
import { sinceSentence } from "../../../src/report/since/since-sentence.js";
import type { FigureSince, KeyFigure } from "../../../src/summary/since.js";
import type { Summary } from "../../../src/summary/summary.js";
import { around } from "../index/run-lines.js";
import { withSince } from "../fixture-since.js";
import { PROVENANCE } from "../fixture-provenance.js";
import { pageOf } from "../page-of.js";
import { edgeCases, fixtureOutput, fixtureSummary } from "../fixtures.js";

const usual = fixtureSummary();
const exactly = (value: number): FigureSince["now"] => around(value, 0);

/** The usual summary whose figures differ as given: from, to, and half an interval of the difference. */
function changed(
  figures: Partial<Record<KeyFigure, readonly [from: number, to: number, half: number]>>,
  summary = usual,
): Summary {
  const since = withSince(summary, {}).since!;
  const all = Object.entries(figures).map(([figure, [from, to, half]]) => {
    const difference = around(to - from, half);
    const clear = Math.abs(to - from) > half;
    return [figure, { before: exactly(from), now: exactly(to), difference, clear }];
  });
  return { ...summary, since: { ...since, figures: Object.fromEntries(all) as object } };
}

function words(
  figure: KeyFigure,
  change: readonly [from: number, to: number, half: number],
  summary = usual,
): string {
  return plainText(differenceWords(changed({ [figure]: change }, summary), figure));
}

function sentence(...given: Parameters<typeof changed>): string {
  return plainText(sinceSentence(changed(...given)));
}

function outputIn(unit: string): Summary {
  return { ...usual, outputs: { cost: fixtureOutput((p) => p, { unit, label: "Use" }) } };
}

describe("the words on a card", () => {
  it("say up or down, in points or in the unit of the output", () => {
    expect(words("excess", [0.36, 0.42, 0.01])).toBe("up 6 points");
    expect(words("excess", [0.42, 0.41, 0.001])).toBe("down 1 point");
    expect(words("excess", [0.42, 0.424, 0.001])).toBe("up 0.4 points");
    expect(words("median", [12.4, 12, 0.1])).toBe("down $0.40/Mtoken");
  });

  it("say points of a percentage, which would otherwise seem to grow by a part of itself", () => {
    expect(words("median", [40, 43, 0.1], outputIn("%"))).toBe("up 3 points");
    expect(sentence({ median: [40, 43, 0.5] }, outputIn("%"))).toContain(
      "is up 3 points (2.5 to 3.5), from 40% to 43%.",
    );
  });

  it("say that the runs do not tell them apart", () => {
    expect(words("median", [12, 12.1, 0.2])).toBe("no difference beyond simulation error");
    expect(words("median", [12, 12, 0.2])).toBe("no difference beyond simulation error");
    expect(words("median", [12, 12, 0])).toBe("no difference");
  });

  it("say that there is nothing to compare with", () => {
    expect(plainText(differenceWords(changed({}), "median"))).toBe("no earlier value to compare");
  });

  it("speak of both ends of a range, once where nothing is told of either", () => {
    const ends = (summary: Summary): string => plainText(endsWords(summary, "p5", "p95"));
    expect(ends(changed({ p5: [1, 1, 0.1], p95: [9, 9, 0.1] }))).toBe(
      "no difference beyond simulation error",
    );
    expect(ends(changed({ p5: [1, 2, 0.1], p95: [9, 9, 0.1] }))).toBe(
      "low end: up $1/Mtoken; high end: no difference beyond simulation error",
    );
    expect(ends(changed({ p5: [1, 2, 0.1], p95: [9, 10, 0.1] }))).toBe(
      "low end: up $1/Mtoken; high end: up $1/Mtoken",
    );
  });
});

describe("the sentence", () => {
  const lead = "Held against run 0123456789ab, ";
  const [chance, median] = [
    "the chance of loss at GPT-5.4 ($15/Mtoken)",
    "the median of cost per million tokens",
  ];

  it.each([
    [
      { excess: [0.36, 0.42, 0.004], median: [12.4, 12, 0.1] },
      `${chance} is up 6.0 points (5.6 to 6.4), from 36% to 42%, and ${median} is down $0.40/Mtoken ($0.30/Mtoken to $0.50/Mtoken), from $12.40/Mtoken to $12/Mtoken.`,
    ],
    [
      { excess: [0.36, 0.361, 0.004], median: [12, 12.01, 0.1] },
      `neither ${chance} nor ${median} shows a difference beyond simulation error.`,
    ],
    [{ excess: [0, 0, 0], median: [2, 2, 0] }, `${chance} and ${median} are the same.`],
    [
      { excess: [0, 0, 0], median: [2.5, 2.504, 0.001] },
      `${chance} is the same, and ${median} is up $0.004/Mtoken ($0.003/Mtoken to $0.005/Mtoken).`,
    ],
    [{ median: [12, 12.01, 0.1] }, `${median} shows no difference beyond simulation error.`],
    [{}, "nothing that leads this report has an earlier value."],
  ] as const)("for %j", (figures, text) => {
    expect(sentence(figures)).toBe(lead + text);
  });

  it("names the earlier scenario where that is another, and no run that is not known", () => {
    const { id, ...run } = changed({}).since!.run;
    const since = { ...changed({}).since!, run: { ...run, scenario: "other" } };
    expect(id).toBeDefined();
    const text = plainText(sinceSentence({ ...usual, since }));
    expect(text).toMatch(/^Held against the earlier run of other, /);
  });

  it("is left out where no run was named", () => {
    expect(sinceSentence(usual)).toBeUndefined();
  });
});

describe("the notes", () => {
  const notes = (summary: Summary): string => sinceNotes(summary, PROVENANCE).join(" ");

  it("say which error the differences have, by whether the runs can share draws", () => {
    expect(notes(withSince(usual, {}))).toContain("Both have the seed 7 and so may share draws");
    const other = notes(withSince(usual, { run: { seed: "8" } }));
    expect(other).toContain("The seeds differ, so that they are; of twenty figures");
    expect(other).not.toContain("share draws");
  });

  it("say what else is not alike: version, scenario, unit, price, undefined draws", () => {
    const run = { version: "0.0.9", scenario: "other" };
    const text = notes(withSince(usual, { run, unit: "USD/ktoken", price: 12, undefined: 3 }));
    for (const part of [
      "The earlier run is of another scenario, other.",
      "Breakeven 0.0.9 made it, 0.0.0 this one: part of a difference may come from the program.",
      "It counted cost per million tokens in USD/ktoken; its numbers are converted to USD/Mtoken.",
      "Its price for GPT-5.4 was $12/Mtoken; this run's is $15/Mtoken.",
      "In 3 of its 131,072 futures cost per million tokens had no finite value",
    ]) {
      expect(text).toContain(part);
    }
    expect(notes(withSince(usual, { against: "Gone" }))).toContain(
      "It was not compared with a price named GPT-5.4.",
    );
  });

  it("say that it is the same run, and that nothing is known of one without a record", () => {
    const id = runId(usual, PROVENANCE);
    expect(notes(withSince(usual, { run: { id } }))).toContain("It has this run's name");
    const { since } = withSince(usual, {});
    const { scenario, draws, seed, method } = since!.run;
    const unknown = { ...usual, since: { ...since!, run: { scenario, draws, seed, method } } };
    expect(notes(unknown)).toContain("by which version is not known");
  });
});

describe("a report held against an earlier run", () => {
  let draw: DrawSvg;
  beforeAll(async () => {
    draw = await loadDrawSvg();
  });

  it("has the words on its cards and the differences in a section; without one it has neither", async () => {
    const text = (await pageOf(edgeCases()["since"]!, PROVENANCE, draw)).replace(/<[^>]*>/g, "");
    const cards = text.slice(0, text.indexOf("Changes are against"));
    expect(cards.match(/(?:up|down) (?:\$[\d.]+\/Mtoken|\d+ points)/g)!.length).toBe(6);
    expect(await pageOf(usual, PROVENANCE, draw)).not.toMatch(/id="since"|earlier|Changes are/);
  });

  it("keeps whatever the earlier run calls itself inert", async () => {
    const page = await pageOf(edgeCases()["sinceOther"]!, PROVENANCE, draw);
    expect(page).not.toMatch(/<img|<i>/);
    expect(page).toContain("&lt;img src=x");
  });

  it("says why the scenarios are not compared, and where they are", async () => {
    const { since, ...other } = edgeCases()["since"]!;
    const withPage = (page: object): Summary => ({ ...other, since: { ...since!, ...page } });
    const reason = "its data file <b> has changed";
    expect(await pageOf(withPage({ page: { leftOut: reason } }), PROVENANCE, draw)).toContain(
      "No page compares the two scenarios: its data file &lt;b&gt; has changed.",
    );
    const path = "since/comparison.html";
    expect(await pageOf(withPage({ page: { path } }), PROVENANCE, draw)).toContain(
      `<a href="${path}">`,
    );
  });
});
