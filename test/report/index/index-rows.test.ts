import { describe, expect, it } from "vitest";
import { composeIndex } from "../../../src/report/compose-index.js";
import { describeChange } from "../../../src/report/index/describe-change.js";
import { parseHistory } from "../../../src/report/index/history.js";
import { type IndexRow, indexRow } from "../../../src/report/index/index-row.js";
import { indexTitle } from "../../../src/report/index/index-title.js";
import { orderRows } from "../../../src/report/index/order-rows.js";
import { edgeCases, fixtureSummary } from "../fixtures.js";
import { around, fixtureLine } from "./run-lines.js";

const MARK = {
  ...{ version: "0.1.0", sha256: "aa", overrides: [], data: {} },
  finished: "2026-02-01T10:20:30.000Z",
};
const row = (earlier = [fixtureLine()]): IndexRow =>
  indexRow({ summary: fixtureSummary(), folder: "a", mark: MARK }, earlier);

describe("the history", () => {
  it("is read line by line, and counts what is no run", () => {
    const whole = JSON.stringify(fixtureLine());
    const torn = whole.slice(0, 80);
    const history = parseHistory(`${whole}\n${torn}\n${whole}\nnull\n{"format":"other"}\n${torn}`);
    expect(history.lines).toEqual([fixtureLine(), fixtureLine()]);
    expect(history.unreadable).toBe(4);
    expect(parseHistory("")).toEqual({ lines: [], unreadable: 0 });
  });
});

describe("a row of the index", () => {
  it("says what the summary says", () => {
    const summary = fixtureSummary();
    const { percentiles } = Object.values(summary.outputs)[0]!;
    const { value, low, high } = summary.breakEven[0]!.probability;
    expect(row()).toMatchObject({
      median: percentiles["p50"],
      p90: percentiles["p90"],
      excess: { probability: { value: 1 - value, low: 1 - high, high: 1 - low } },
      finished: MARK.finished,
    });
  });

  it("is held against the latest run before it, whatever comes after", () => {
    const early = fixtureLine({ finished: "2026-01-01T00:00:00.000Z", sha256: "1" });
    const late = fixtureLine({ finished: "2026-01-31T00:00:00.000Z", sha256: "2" });
    const own = fixtureLine({ finished: MARK.finished });
    const next = fixtureLine({ finished: "2026-03-01T00:00:00.000Z" });
    const cost = { name: "cost", label: "", unit: "USD/Mtoken" };
    const excess = { ...early.excess!, against: fixtureSummary().breakEven[0]!.against };
    const lines = [early, late, own, next].map((line) => ({ ...line, output: cost, excess }));
    const { change, trend } = row(lines);
    expect(change).toMatchObject({ kind: "difference", sameInputs: false });
    expect(trend.map(({ finished }) => finished)).toEqual([
      early.finished,
      late.finished,
      MARK.finished,
    ]);
    expect(row([own, next]).change).toBeUndefined();
  });

  it("puts a change in words that its error allows", () => {
    const words = (value: number, half: number): string | undefined =>
      describeChange({
        ...row([]),
        change: {
          ...{ kind: "difference", of: "excess", before: 0.4, sameInputs: false },
          difference: around(value, half),
          clear: Math.abs(value) > half,
        },
      })?.words;
    expect(words(0.06, 0.01)).toBe("up 6 points");
    expect(words(-0.011, 0.001)).toBe("down 1 point");
    expect(words(0.004, 0.001)).toBe("up 0.4 points");
    expect(words(0.004, 0.005)).toBe("no change beyond simulation error");
    expect(words(0, 0)).toBe("no change");
    expect(describeChange(row([]))).toBeUndefined();
  });
});

describe("the index", () => {
  it("counts as losing what loses beyond the simulation error, and says what is too close", () => {
    const title = (...names: readonly string[]): string =>
      indexTitle(names.map((name) => indexRow({ summary: edgeCases()[name]!, folder: name }, [])));
    expect(title("usual", "never")).toMatch(/^1 of 2 token prices loses money in most futures;/);
    expect(title("tooClose", "never", "usual")).toMatch(
      /^1 of 3 token prices loses money in most futures, 1 is too close to call;/,
    );
  });

  it("has the riskiest first, then what has no chance of its own, points last", () => {
    const rows = Object.entries(edgeCases()).map(([folder, summary]) =>
      indexRow({ summary: { ...summary, title: folder }, folder }, []),
    );
    const ordered = orderRows(rows);
    const risks = ordered.map(({ uncertain, excess }) =>
      uncertain && excess ? excess.probability.value : -1,
    );
    expect(risks).toEqual([...risks].sort((one, other) => other - one));
    const rest = ordered.filter((_, k) => risks[k] === -1).map(({ uncertain }) => uncertain);
    expect(rest).toEqual([...rest].sort((one, other) => Number(other) - Number(one)));
  });

  it("is index.json too, row by row, and says what of the history it could not read", async () => {
    const history = { lines: [fixtureLine()], unreadable: 1 };
    const entries = [{ summary: fixtureSummary(), folder: "a", mark: MARK }];
    const [page, data] = await composeIndex(entries, history);
    expect(String(page!.content)).toContain("One line of history.jsonl is not to be read");
    const { rows, ...rest } = JSON.parse(String(data!.content)) as { rows: IndexRow[] };
    expect(rest).toEqual({ format: "breakeven/index/1", history: { runs: 1, unreadable: 1 } });
    expect(rows.map(({ folder }) => folder)).toEqual(["a"]);
  });
});
