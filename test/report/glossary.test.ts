import { expect, it } from "vitest";
import { glossary } from "../../src/report/sections/glossary.js";
import { verdicts } from "../../src/report/sections/verdicts.js";
import type { Summary } from "../../src/summary/summary.js";
import { edgeCases, fixtureSummary } from "./fixtures.js";

const terms = (summary: Summary): readonly string[] =>
  [...(glossary(summary)?.markup ?? "").matchAll(/<dt>(.*?)<dd>/g)].map(([, term]) => term!);

it("explains the words of a report that appear in it, and no others", () => {
  const usual = fixtureSummary();
  expect(terms(usual)).toContain("Latin hypercube");
  expect(terms(usual)).toContain("Suffices, covers");
  expect(terms(usual)).not.toContain("Tail index");
  expect(terms({ ...usual, breakEven: [] })).not.toContain("Suffices, covers");
  const heavy = { ...usual, warnings: ["Decided by few draws: Cost (tail index 0.61)."] };
  expect(terms(heavy)).toContain("Tail index");
});

it("has nothing to explain of a number without a price", () => {
  const { point } = edgeCases();
  const fixed = point!.assumptions.map((one) => ({ ...one, uncertain: false }));
  const run = { ...point!.run, method: "random", replicates: 1 };
  const bare = { ...point!, assumptions: fixed, run, breakEven: [], correlations: [], expect: [] };
  expect(glossary(bare)).toBeUndefined();
});

it("says what was expected and found, with its simulation error, and what is too close", () => {
  const { markup } = verdicts(edgeCases()["tooClose"]!)!;
  expect(markup).toContain("The expectation of this scenario is met");
  const words = markup.replace(/<[^>]*>/g, "").replaceAll("\u00a0", " ");
  expect(words).toContain(
    "found $12/Mtoken ($11.90/Mtoken to $12.10/Mtoken), 0.98 standard errors from the bound of $12.05/Mtoken, too close to call at 131,072 draws; about 270,000 would tell",
  );
  const missed = {
    kind: "break-even" as const,
    expectation: "Ours suffices with a probability between 0.6 and 1",
    observed: { value: 0.58, low: 0.57, high: 0.59 },
    ...{ unit: "1", met: false, margin: { bound: 0.6, standardErrors: 3.92 } },
  };
  const beyond = verdicts(fixtureSummary({ expect: [missed] }))!.markup.replace(/<[^>]*>/g, "");
  expect(beyond).toContain("58% (57.0% to 59.0%), 3.92 standard errors beyond the bound of 60%");
  const pure = {
    ...missed,
    kind: "percentile" as const,
    expectation: "Break-even probability, median",
  };
  const number = verdicts(fixtureSummary({ expect: [pure] }))!.markup.replace(/<[^>]*>/g, "");
  expect(number).toContain("0.58 (0.57 to 0.59), 3.92 standard errors beyond the bound of 0.6");
  expect(verdicts(fixtureSummary({ expect: [] }))).toBeUndefined();
});
