import { describe, expect, it } from "vitest";
import { neverSeen, shareOrBound } from "../../src/report/never-seen.js";
import { plainText } from "../../src/report/phrase.js";
import { wilson } from "../../src/statistics/probability.js";

const share = (hits: number, draws: number) => ({ value: hits / draws, ...wilson(hits, draws) });

describe("a share that no draw shows", () => {
  it("is bounded a little further out than the rule of three has it", () => {
    for (const draws of [400, 131_072, 4_194_304]) {
      const { high } = share(0, draws);
      expect(high).toBeGreaterThan(3 / draws);
      expect(high).toBeLessThan(4 / draws);
    }
  });

  it("says its bound, from either side", () => {
    const [none, all] = [share(0, 131_072), share(131_072, 131_072)];
    const said = (one: typeof none, of: "share" | "rest") => plainText(neverSeen(one, "p", of));
    expect(said(none, "share")).toBe(" (below 0.003% at 95% confidence)");
    expect(said(none, "rest")).toBe(" (above 99.997% at 95% confidence)");
    expect(said(all, "share")).toBe(" (above 99.997% at 95% confidence)");
    expect(said(all, "rest")).toBe(" (below 0.003% at 95% confidence)");
    expect(neverSeen(none, "p", "rest")).toContainEqual({ of: "1 - p.high", text: "99.997%" });
  });

  it("has no bound where it has no error, or where some draws show it", () => {
    expect(neverSeen({ value: 0, low: 0, high: 0 }, "p")).toBeUndefined();
    expect(neverSeen(share(3, 400), "p")).toBeUndefined();
  });

  it("is not called nothing in a sentence", () => {
    const said = (hits: number, draws: number, of?: "rest") =>
      plainText(shareOrBound(share(hits, draws), "p", of));
    expect(said(0, 13_107)).toBe("<1%");
    expect(said(13_107, 13_107)).toBe(">99%");
    expect(said(13_107, 13_107, "rest")).toBe("<1%");
    expect(said(0, 100)).toBe("at most 4%");
    expect(said(0, 100, "rest")).toBe("at least 96%");
    expect(said(25, 100)).toBe("25%");
    expect(said(25, 100, "rest")).toBe("75%");
    expect(plainText(shareOrBound({ value: 0, low: 0, high: 0 }))).toBe("0%");
  });
});
