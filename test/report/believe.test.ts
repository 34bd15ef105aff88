import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beliefSentence } from "../../src/report/belief-sentence.js";
import {
  decidingSentence,
  judgementSentence,
  rankingsDiffer,
} from "../../src/report/drivers-text.js";
import { heatMapFigure } from "../../src/report/figures/heat-map.js";
import { spiderFigure } from "../../src/report/figures/spider.js";
import { oddsColours, colours } from "../../src/report/figures/theme.js";
import { type Phrase, phraseMarkup, plainText } from "../../src/report/phrase.js";
import { believe } from "../../src/report/sections/believe.js";
import { sensitivityCsv } from "../../src/report/sensitivity-csv.js";
import { verdictOf } from "../../src/report/verdict.js";
import type { NeededBelief } from "../../src/summary/beliefs.js";
import type { Summary } from "../../src/summary/summary.js";
import { fixtureSummary } from "./fixtures.js";

const at = (value: number, half = value / 100) => ({
  value,
  low: value - half,
  high: value + half,
});

function crosses(
  crossings: readonly (readonly [number, "above" | "below"])[],
  chance = 0.4,
): NeededBelief {
  return {
    kind: "crosses",
    crossings: crossings.map(([value, reached]) => ({ value: at(value), reached })),
    chance,
  };
}

const ALWAYS: NeededBelief = { kind: "always", chance: 1 };
const NEVER: NeededBelief = { kind: "never", best: { value: 0.9, probability: 0.7 }, chance: 0 };

function withBelief(likely: NeededBelief, even: NeededBelief = likely): Summary {
  const head = { output: "cost", against: "GPT-5.4", draws: 4096 };
  const input = { input: "throughput", unit: "token/s", p5: 200, p95: 9000 };
  const shares = { some: 0.8, always: 0.1, never: 0.1, several: 0 };
  return fixtureSummary({
    beliefs: { ...head, inputs: [{ ...input, even, likely }] },
    breakEvenValues: {
      ...head,
      inputs: [
        { input: "throughput", unit: "token/s", ...shares, p5: at(1), p50: at(2), p95: at(3) },
      ],
    },
  });
}

function text(phrase: Phrase | undefined): string {
  return plainText(phrase).replaceAll("\u00a0", " ");
}

describe("what you would have to believe, in a sentence", () => {
  it.each([
    [crosses([[2080, "above"]]), "is above 2,080 token/s; we give that 40%."],
    [crosses([[2080, "below"]]), "is below 2,080 token/s; we give that 40%."],
    [
      crosses([
        [1, "above"],
        [2, "below"],
      ]),
      "is between 1 token/s and 2 token/s; we give",
    ],
    [
      crosses([
        [1, "below"],
        [2, "above"],
      ]),
      "is below 1 token/s or above 2 token/s; we give",
    ],
  ])("says on which sides, and how likely that is: %#", (needed, sentence) => {
    const said = text(beliefSentence(withBelief(needed), 0));
    expect(said).toMatch(
      /^To be 90% sure at \$15\/Mtoken, you must believe throughput of the fleet /,
    );
    expect(said).toContain(sentence);
  });

  it("says what keeps those sure who are so already", () => {
    const summary = withBelief(crosses([[2080, "above"]]));
    const [first, ...others] = summary.breakEven;
    const sure = { ...first!, probability: { value: 0.97, low: 0.96, high: 0.98 } };
    expect(text(beliefSentence({ ...summary, breakEven: [sure, ...others] }, 0))).toMatch(
      /^To stay 90% sure at \$15\/Mtoken, you must believe throughput of the fleet is above /,
    );
  });

  it("says where nothing is needed and where nothing is enough", () => {
    expect(text(beliefSentence(withBelief(ALWAYS), 0))).toBe(
      "Whatever throughput of the fleet is, one is 90% sure at $15/Mtoken.",
    );
    expect(text(beliefSentence(withBelief(NEVER), 0))).toBe(
      "No value of throughput of the fleet alone is enough to be 90% sure at $15/Mtoken: the best, 0.9 token/s, gives 70%.",
    );
    expect(beliefSentence(fixtureSummary(), 0)).toBeUndefined();
  });

  it("points every number to where it stands in the summary", () => {
    const summary = withBelief(crosses([[2080, "above"]]));
    const { markup } = phraseMarkup(beliefSentence(summary, 0)!);
    const paths = [...markup.matchAll(/data-claim="([^"]+)"/g)].map(([, path]) => path!);
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const value = path.split(".").reduce<unknown>((of, key) => (of as never)[key], summary);
      expect(typeof value, path).toBe("number");
    }
  });

  it("judges the chance", () => {
    const verdicts = [0.95, 0.6, 0.3, 0.01].map((p) =>
      verdictOf(ALWAYS, crosses([[1, "above"]], p)),
    );
    expect(new Set(verdicts).size).toBe(4);
    expect(verdictOf(ALWAYS, NEVER)).toBe("does not decide alone");
    expect(verdictOf(NEVER, NEVER)).toBe("cannot save it alone");
    expect(verdictOf(crosses([[1, "above"]]), NEVER)).toBe("can tip it, not secure it");
    expect(verdictOf(ALWAYS, ALWAYS)).toBe("safe whatever it is");
  });

  it("stands in a section, open ends of intervals said in words", () => {
    const open = crosses([[2080, "above"]]) as Extract<NeededBelief, { kind: "crosses" }>;
    const [crossing] = open.crossings;
    const half = { ...crossing!, value: { ...crossing!.value, high: Infinity } };
    const { markup } = believe(withBelief({ ...open, crossings: [half] }))!;
    expect(markup).toContain("2,059 or more");
    expect(markup).not.toMatch(/undefined|NaN|Infinity/);
    expect(believe(fixtureSummary())).toBeUndefined();
  });

  it("fills sensitivity.csv too", () => {
    const csv = sensitivityCsv(withBelief(crosses([[2080, "above"]]), ALWAYS)).split("\n");
    expect(csv.find((row) => row.includes("value for 90%"))).toMatch(
      /2080,2059.2,2100.8,above,0.4$/,
    );
    expect(csv.find((row) => row.includes("value for even odds"))).toMatch(/,,,always,1$/);
    expect(csv.filter((row) => row.includes("break-even value"))).toHaveLength(3);
  });
});

describe("what drives it, in words", () => {
  it("names the input that decides by its worst and its best tenth", () => {
    expect(text(decidingSentence(fixtureSummary()))).toMatch(/move its odds about as far/);
    const { sensitivity, ...summary } = fixtureSummary();
    const [first, ...others] = sensitivity["cost"]!;
    const wide = first!.breakEven.map((bet) => ({ ...bet, low: at(0.02, 0), high: at(0.97, 0) }));
    const leading = {
      ...summary,
      sensitivity: { cost: [{ ...first!, breakEven: wide }, ...others] },
    };
    expect(text(decidingSentence(leading))).toBe(
      "Throughput of the fleet decides the bet at $15/Mtoken: its worst tenth loses 98% of the time, its best 3%.",
    );
    expect(decidingSentence(fixtureSummary({ breakEven: [] }))).toBeUndefined();
  });

  it("says how much rests on judgement, as a range where interactions leave one", () => {
    const judgement = { output: "cost", of: "value" as const, ungraded: { low: 0, high: 0 } };
    const said = (low: number, high: number): string =>
      text(
        judgementSentence(fixtureSummary({ judgement: { ...judgement, judged: { low, high } } })),
      );
    expect(said(0.301, 0.299)).toBe(
      "30% of the variance of cost per million tokens rests on judgement (grade C).",
    );
    expect(said(0.25, 0.31)).toMatch(/^25% to 31% of the variance .* rests on judgement/);
    expect(judgementSentence(fixtureSummary())).toBeUndefined();
  });

  it("says where one at a time ranks differently from the odds", () => {
    const swings = (first: number, second: number): Summary["swings"] => ({
      cost: {
        percentiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
        inputs: [
          ["utilization", first],
          ["throughput", second],
        ]
          .map(([input, size]) => ({
            input: input as string,
            at: [1, 2, 3, 4, 5, 6, 7],
            values: [0, 1, 2, 3, 4, 1 + Number(size), 9],
          }))
          .sort((a, b) => b.values[5]! - a.values[5]!),
      },
    });
    const { sensitivity, ...summary } = fixtureSummary();
    const [throughput, utilization] = sensitivity["cost"]!;
    const odds = (driver: typeof throughput, high: number) => ({
      ...driver!,
      breakEven: driver!.breakEven.map((bet) => ({ ...bet, low: at(0.1, 0), high: at(high, 0) })),
    });
    const cost = [odds(throughput, 0.9), odds(utilization, 0.4)];
    const said = (found: Summary["swings"]): string =>
      text(
        rankingsDiffer({ ...summary, sensitivity: { cost }, ...(found ? { swings: found } : {}) }),
      );
    expect(said(swings(20, 5))).toMatch(
      /^One at a time, utilization of the fleet moves .* further/,
    );
    expect(said(swings(5, 20))).toBe("");
    expect(said(swings(5.2, 5))).toBe("");
  });
});

describe("the heat map of a bet", () => {
  const axis = (input: string) => ({ input, unit: "1", log: false, values: [1, 2, 3] });
  const heatMap = {
    ...{ output: "cost", against: "GPT-5.4", draws: 4096, following: ["pue"] },
    ...{ across: axis("throughput"), up: axis("utilization") },
    odds: [0, 0.2, 0.4, 0.2, 0.5, 0.8, 0.6, 0.9, 1].map((value) => at(value, 0)),
    even: { ...crosses([[2, "above"]]), given: 2 },
  };

  it("is titled by what even odds need, and says what follows", () => {
    const figure = heatMapFigure(fixtureSummary({ heatMap }))!;
    expect(figure.title.replaceAll("\u00a0", " ")).toBe(
      "Even odds at $15/Mtoken need throughput of the fleet above 2 with utilization of the fleet at 2",
    );
    expect(figure.caption).toContain("follows: pue of the fleet");
    expect(figure.table.rows[1]).toEqual([2, 1, 0.2, 0.2, 0.2]);
    const never = heatMapFigure(
      fixtureSummary({ heatMap: { ...heatMap, even: { ...NEVER, given: 2 } } }),
    );
    expect(never!.title).toMatch(
      /no value of throughput of the fleet makes even odds.*70% at best/,
    );
  });

  it("paints six steps in colours that no theme exchanges", () => {
    const themed: readonly string[] = Object.values(colours);
    for (const colour of [...oddsColours.steps, oddsColours.ink, oddsColours.halo]) {
      expect(themed).not.toContain(colour);
    }
    expect(oddsColours.steps).toHaveLength(6);
  });
});

describe("the spider", () => {
  it("needs two inputs that move something, and places names apart within the picture", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 2, maxLength: 9 }),
        (ends) => {
          const inputs = ends.map((end, k) => ({
            input: `x${k}`,
            at: [1, 2, 3, 4, 5, 6, 7],
            values: Array.from({ length: 7 }, (_, p) => 1 + (end * (p + 1)) / (k + 1)),
          }));
          const swings = { cost: { percentiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95], inputs } };
          const { wide } = spiderFigure(fixtureSummary({ swings }))!;
          const layers = wide["layer"] as readonly {
            data?: { values: readonly { to?: number }[] };
          }[];
          const names = layers[1]!.data!.values.map(({ to }) => to!).sort((a, b) => a - b);
          for (const [k, place] of names.entries()) {
            expect(place).toBeGreaterThan(-4);
            expect(place).toBeLessThan(330);
            if (k > 0) expect(place - names[k - 1]!).toBeGreaterThan(15.9);
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(spiderFigure(fixtureSummary())).toBeUndefined();
  });
});
