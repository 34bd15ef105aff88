/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { compareScenarios } from "../../src/comparison/compare-scenarios.js";
import { composeComparison } from "../../src/report/comparison/compose-comparison.js";
import { composeIndex } from "../../src/report/compose-index.js";
import { composeReport } from "../../src/report/compose-report.js";
import { showInvisible } from "../../src/report/escape.js";
import type { IndexEntry } from "../../src/report/index/index-row.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import type { Summary } from "../../src/summary/summary.js";
import hostile from "../reference/hostile-text.json" with { type: "json" };
import { essayScenario } from "../comparison/essays.js";
import { overflow, textFaults, useBrowser, withBrowser } from "./chromium.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { pageOf } from "./page-of.js";
import { edgeCases, fixtureSummary } from "./fixtures.js";

let draw: DrawSvg;

withBrowser("in a browser", () => {
  const open = useBrowser();
  beforeAll(async () => {
    draw = await loadDrawSvg();
  });

  describe("a report in a browser", () => {
    it("asks for nothing, complains of nothing and leads with its headline", async () => {
      const html = await reportPage(fixtureSummary());
      const { page, noise } = await open(html);
      expect(noise).toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("h1").textContent()).toBe(
        "At $15/Mtoken, 45% of simulated futures lose money",
      );
      const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
      expect(await policy.getAttribute("content")).toMatch(/^default-src 'none'/);
      expect(await page.locator("script").count()).toBe(1);
      expect(html.length).toBeLessThan(350_000);
      await page.close();
    });

    it("has its assumptions by rank, and sorts them by keyboard alone, as they were without scripts", async () => {
      const summary = fixtureSummary();
      const html = await reportPage({
        ...summary,
        assumptions: summary.assumptions.toReversed(),
      });
      const names = (page: Page): Promise<readonly string[]> =>
        page
          .locator("table", { hasText: "Uncertain inputs" })
          .locator("tbody th")
          .evaluateAll((cells) =>
            cells.map((cell) => cell.firstChild!.textContent!.split(" ")[0]!),
          );
      const { page, noise } = await open(html);
      expect(await names(page)).toEqual(["Throughput", "Utilization", "Pue"]);
      const heading = page.locator("th", { has: page.getByRole("button", { name: "Input" }) });
      await heading.locator("button").focus();
      await page.keyboard.press("Enter");
      expect(await names(page)).toEqual(["Pue", "Throughput", "Utilization"]);
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      await page.keyboard.press("Space");
      expect(await names(page)).toEqual(["Utilization", "Throughput", "Pue"]);
      expect(await heading.getAttribute("aria-sort")).toBe("descending");
      await page.getByRole("button", { name: "Rank" }).click();
      expect(await names(page)).toEqual(["Throughput", "Utilization", "Pue"]);
      expect(noise).toEqual([]);
      await page.close();
      const still = await open(html, { javaScriptEnabled: false });
      expect(await names(still.page)).toEqual(["Throughput", "Utilization", "Pue"]);
      expect(await still.page.locator("button").count()).toBe(0);
      await still.page.close();
    });

    it("has headings in order, captioned tables with headers, and described figures", async () => {
      const { page } = await open(await reportPage(fixtureSummary()));
      const levels = await page
        .locator("h1,h2,h3")
        .evaluateAll((all) => all.map((h) => Number(h.tagName[1])));
      levels.forEach((level, k) => expect(level - (levels[k - 1] ?? 0)).toBeLessThanOrEqual(1));
      const tables = await page.locator("table").count();
      expect(await page.locator("table > caption").count()).toBe(tables);
      expect(await page.locator("table th[scope=col]").count()).toBeGreaterThanOrEqual(tables);
      const unnamed = await page.locator("svg[role=img]").evaluateAll(
        (all) =>
          all.filter((svg) => {
            const names = svg.getAttribute("aria-labelledby")!.split(" ");
            return !names.every((id) => document.getElementById(id)?.textContent);
          }).length,
      );
      expect(unnamed).toBe(0);
      await page.close();
    });

    it.each([1280, 768, 390, 320])("never scrolls sideways at %i pixels", async (width) => {
      const cases = edgeCases();
      for (const name of [
        "analyses",
        "since",
        "sinceOther",
        "manyInputs",
        "nonLatin",
        "allUndefined",
      ]) {
        const { page } = await open(await reportPage(cases[name]!), { width });
        const over = await overflow(page);
        expect(over, name).toBeLessThanOrEqual(0);
        await page.close();
      }
    });

    it.each(["usual", "analyses", "manyInputs", "sixDecades", "always", "tooClose", "negative"])(
      "draws no text over other text and cuts none off: %s",
      async (name) => {
        const html = await reportPage(edgeCases()[name]!);
        for (const width of [1280, 390]) {
          const { page } = await open(html, { width });
          expect(await textFaults(page)).toEqual([]);
          await page.close();
        }
      },
    );

    it("keeps its text readable in the dark", async () => {
      const { page } = await open(await reportPage(fixtureSummary()), { colorScheme: "dark" });
      const colours = await page.evaluate(() => {
        const body = getComputedStyle(document.body);
        const label = document.querySelector<SVGTextElement>("figure svg text")!;
        return [body.backgroundColor, body.color, getComputedStyle(label).fill];
      });
      expect(colours).toEqual([
        "rgb(18, 23, 30)",
        "rgb(232, 237, 243)",
        expect.not.stringMatching("27, 36, 48"),
      ]);
      await page.close();
    });

    it("shows every edge case without a word that is not one", async () => {
      for (const [name, summary] of Object.entries(edgeCases())) {
        const { page, noise } = await open(await reportPage(summary));
        expect(noise, name).toEqual([]);
        const text = (await page.locator("main").innerText()).replaceAll("undefined", "");
        expect(text, name).not.toMatch(/NaN|Infinity|\bnull\b|\[object/);
        await page.close();
      }
    });
  });

  describe("hostile text", () => {
    it("is shown as it is written and does nothing, wherever it stands", async () => {
      const usual = fixtureSummary();
      const texts = hostile.strings.map(({ text }) => text);
      const html = await reportPage({
        ...usual,
        title: texts.join(" "),
        question: texts.join(" "),
        notes: texts.join(" "),
        breakEven: texts
          .slice(0, 12)
          .map((against) => ({ ...usual.breakEven[0]!, against, source: against })),
        assumptions: texts.map((text) => ({
          ...usual.assumptions[0]!,
          label: text,
          source: text,
          distribution: text,
        })),
        warnings: texts,
      });
      const { page, noise } = await open(html);
      expect(noise).toEqual([]);
      expect(
        await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned),
      ).toBeUndefined();
      expect(await page.locator("main script, iframe, object, embed, main img, form").count()).toBe(
        0,
      );
      const warnings = await page
        .locator("section ul li")
        .evaluateAll((all) => all.map((li) => li.textContent));
      // The parser turns carriage returns into line feeds; everything else is as written.
      const expected = texts.map((text) => showInvisible(text).replaceAll("\r", "\n"));
      expect(warnings.map((text) => text.trim())).toEqual(expected.map((text) => text.trim()));
      const links = await page
        .locator("a")
        .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      // The web, the page itself, and the files that the report writes beside it.
      const known = /^(https?:\/\/|#|figures\/\d\d-[a-z-]+\.(csv|svg|png|vl\.json)$)/;
      expect(links.filter((href) => !known.test(href!))).toEqual([]);
      await page.close();
    });
  });

  describe("the index of a batch", () => {
    it("lists every report, asks for nothing and fits a phone", async () => {
      const entries = Object.entries(edgeCases()).map(([name, summary]) => ({
        summary: { ...summary, title: name },
        folder: name,
      }));
      const { page, noise } = await open(await indexPage(entries), {
        width: 390,
      });
      expect(noise).toEqual([]);
      expect(await page.locator("main > .scroll tbody tr").count()).toBe(entries.length);
      const over = await overflow(page);
      expect(over).toBeLessThanOrEqual(0);
      await page.close();
    });

    it("draws no text over other text and cuts none off", async () => {
      const { usual, ...others } = edgeCases();
      const entries = Object.entries(others).map(([name, summary]) => ({
        summary: { ...summary, title: `${name}, a scenario with a title of some length` },
        folder: name,
      }));
      const html = await indexPage([{ summary: usual!, folder: "usual" }, ...entries]);
      for (const width of [1280, 390]) {
        const { page } = await open(html, { width });
        // The narrow variant repeats each name as a rim of paper below it.
        const faults = await textFaults(page);
        const repeated = (fault: string): boolean => {
          const [, one, other] = /^overlap: (.*) and (.*)$/.exec(fault) ?? [];
          return one !== undefined && one === other;
        };
        expect(faults.filter((fault) => !repeated(fault))).toEqual([]);
        await page.close();
      }
    });

    it("says so where there is none", async () => {
      const { page } = await open(await indexPage([]));
      expect(await page.locator("main").innerText()).toContain("No reports in this folder");
      await page.close();
    });
  });

  describe("a comparison in a browser", () => {
    it("asks for nothing, fits every width and draws no text over other text", async () => {
      const comparison = compareScenarios(essayScenario("moe"), essayScenario("kimi"));
      const files = await composeComparison(
        comparison,
        [PROVENANCE, PROVENANCE],
        "breakeven compare a b",
      );
      for (const width of [1280, 390, 320]) {
        const { page, noise } = await open(String(files[0]!.content), { width });
        expect(noise).toEqual([]);
        const over = await overflow(page);
        expect(over, String(width)).toBeLessThanOrEqual(0);
        expect(await textFaults(page)).toEqual([]);
        await page.close();
      }
    });
  });

  describe("files of a report", () => {
    it("are the same bytes every time", async () => {
      const once = await composeReport(fixtureSummary(), PROVENANCE, draw);
      const again = await composeReport(fixtureSummary(), PROVENANCE, draw);
      expect(again).toEqual(once);
      expect(once.map(({ path }) => path)).toContain("figures/01-outcomes.png");
    });
  });
});

function reportPage(summary: Summary): Promise<string> {
  return pageOf(summary, PROVENANCE, draw);
}

async function indexPage(entries: readonly IndexEntry[]): Promise<string> {
  return String((await composeIndex(entries, undefined, draw))[0]!.content);
}
