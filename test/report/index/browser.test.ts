/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { composeIndex } from "../../../src/report/compose-index.js";
import { type DrawSvg, loadDrawSvg } from "../../../src/report/render/draw-svg.js";
import hostile from "../../reference/hostile-text.json" with { type: "json" };
import { axeViolations } from "../axe-violations.js";
import { type Look, type Opened, overflow, useBrowser, withBrowser } from "../chromium.js";
import { edgeCases, fixturePrice, fixtureSummary } from "../fixtures.js";
import { around, fixtureLine } from "./run-lines.js";

const MARK = {
  ...{ version: "0.1.0", sha256: "aa", overrides: [], data: {} },
  finished: "2026-02-01T10:20:30.000Z",
};

/** A batch with odds of its own each, and a run before. */
function batch(size: number): Parameters<typeof composeIndex> {
  const entries = Array.from({ length: size }, (_, k) => ({
    summary: {
      ...fixtureSummary(),
      scenario: `s${k}`,
      title: `Scenario ${String.fromCharCode(97 + (k % 26))}${k}`,
      breakEven: [fixturePrice("Ours", 15, ((k * 37) % size) / size)],
    },
    folder: `s${k}`,
    mark: { ...MARK, finished: MARK.finished.replace("10:20", `10:${10 + (k % 50)}`) },
  }));
  const lines = entries.flatMap(({ folder }, k) =>
    [1, 2, 3].map((day) =>
      fixtureLine({
        scenario: folder,
        finished: `2026-01-0${day}T00:00:00.000Z`,
        excess: { against: "Ours", price: 15, probability: around(0.2 + day * 0.1, 0.001 * k) },
      }),
    ),
  );
  return [entries, { lines, unreadable: 0 }];
}

/** Titles of the rows that show, from top to bottom. */
function titles(page: Page): Promise<readonly string[]> {
  return page.locator("#scenarios tbody tr:visible th > a").allTextContents();
}

withBrowser("the index in a browser", () => {
  const open = useBrowser();
  let draw: DrawSvg;
  let html: string;

  beforeAll(async () => {
    draw = await loadDrawSvg();
    const [entries, history] = batch(8);
    html = String((await composeIndex(entries, history, draw))[0]!.content);
  });

  const openAt = async (hash: string, look?: Look): Promise<Opened> => {
    const opened = await open(html, look);
    await opened.page.goto(`${opened.page.url()}${hash}`);
    return opened;
  };

  it("stands riskiest first, and sorts by a heading that is clicked, up and then down", async () => {
    const { page, noise } = await open(html);
    const risk = page.locator("th[data-column=risk]");
    expect(await risk.getAttribute("aria-sort")).toBe("descending");
    const first = await titles(page);
    const name = page.getByRole("button", { name: "Scenario", exact: true });
    await name.click();
    expect(await titles(page)).toEqual([...first].sort());
    expect(await risk.getAttribute("aria-sort")).toBeNull();
    const heading = page.locator("th[data-column=scenario]");
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await name.click();
    expect(await titles(page)).toEqual([...first].sort().reverse());
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    expect(await page.locator("th[aria-sort]").count()).toBe(1);
    expect(noise).toEqual([]);
    await page.close();
  });

  it("sorts numbers as numbers by keyboard alone, and keeps the focus", async () => {
    const { page } = await open(html);
    const button = page.locator("th[data-column=risk] button");
    await button.focus();
    await page.keyboard.press("Enter");
    const keys = await page
      .locator("#scenarios tbody tr td:nth-child(2)")
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset["key"])));
    expect(keys).toEqual([...keys].sort((one, other) => one - other));
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press("Space");
    expect(await page.locator("th[data-column=risk]").getAttribute("aria-sort")).toBe("descending");
    await page.close();
  });

  it("filters by text, hides rows, says how many show, and keeps all that in its address", async () => {
    const { page, noise } = await open(html);
    await page.getByRole("searchbox").fill("SCENARIO B");
    expect(await titles(page)).toEqual(["Scenario b1"]);
    expect(await page.getByRole("status").textContent()).toBe("1 of 8 scenarios shown");
    await page.getByRole("searchbox").fill("");
    await page.getByRole("button", { name: "Hide Scenario c2" }).click();
    expect(await titles(page)).not.toContain("Scenario c2");
    await page.locator("th[data-column=scenario] button").click();
    expect(new URL(page.url()).hash).toBe("#sort=scenario&hide=s2");
    expect(await page.getByRole("status").textContent()).toBe("7 of 8 scenarios shown, 1 hidden");

    const again = await openAt("#sort=-scenario&filter=scenario&hide=s2&hide=s0");
    const shown = ["h7", "g6", "f5", "e4", "d3", "b1"].map((end) => `Scenario ${end}`);
    expect(await titles(again.page)).toEqual(shown);
    expect(await again.page.getByRole("searchbox").inputValue()).toBe("scenario");
    await again.page.getByRole("button", { name: "Show hidden rows" }).click();
    expect(await titles(again.page)).toHaveLength(8);
    expect([...noise, ...again.noise]).toEqual([]);
    await page.close();
    await again.page.close();
  });

  it("passes over an address that it does not know", async () => {
    for (const hash of ["#sort=nothing&hide=nobody", "#%%%", "#filter=%3Cimg%20src=x%3E"]) {
      const { page, noise } = await openAt(hash);
      expect(await page.locator("#scenarios tbody tr").count()).toBe(8);
      expect(noise).toEqual([]);
      await page.close();
    }
  });

  it("is a whole sorted table without scripts, with nothing that does nothing", async () => {
    const { page } = await open(html, { javaScriptEnabled: false });
    expect(await page.locator("#scenarios tbody tr:visible").count()).toBe(8);
    expect(await page.locator("button, input").count()).toBe(0);
    await page.close();
  });

  it("has its headings on paper, and no buttons that hide", async () => {
    const { page } = await open(html);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Median" }).isVisible()).toBe(true);
    expect(await page.locator("tbody button:visible").count()).toBe(0);
    await page.close();
  });

  it.each([1280, 768, 390, 320])("never scrolls sideways at %i pixels", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, noise } = await open(html, { width, colorScheme });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(noise).toEqual([]);
      await page.close();
    }
  });

  it.each(["light", "dark"] as const)("has no fault that axe can find: %s", async (colorScheme) => {
    const { page } = await open(html, { colorScheme, bypassCSP: true });
    await page.getByRole("button", { name: "Hide Scenario c2" }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  it("shows hostile text as it is written, in names, labels and prices", async () => {
    const texts = hostile.strings.map(({ text }) => text);
    const entries = texts.slice(0, 40).map((text, k) => ({
      summary: {
        ...fixtureSummary(),
        title: text,
        breakEven: [fixturePrice(text, 15, k / 40)],
        assumptions: fixtureSummary().assumptions.map((one) => ({ ...one, label: text })),
      },
      folder: text.replaceAll("/", ""),
      mark: MARK,
    }));
    const { page, noise } = await open(String((await composeIndex(entries))[0]!.content));
    expect(noise).toEqual([]);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("iframe, object, embed, main img, form").count()).toBe(0);
    const schemes = await page
      .locator("a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
    expect(new Set(schemes)).toEqual(new Set(["file:"]));
    await page.close();
  });

  it("has no word that is not one for any edge case", async () => {
    const entries = Object.entries(edgeCases()).map(([folder, summary]) => ({ summary, folder }));
    const { page, noise } = await open(
      String((await composeIndex(entries, undefined, draw))[0]!.content),
    );
    expect(noise).toEqual([]);
    const text = (await page.locator("main").innerText()).replaceAll("undefined", "");
    expect(text).not.toMatch(/NaN|Infinity|\bnull\b|\[object/);
    await page.close();
  });

  it("keeps to 500 KB and two seconds with a hundred scenarios", async () => {
    const [entries, history] = batch(100);
    const started = process.cpuUsage();
    const [page] = await composeIndex(entries, history, draw);
    const { user, system } = process.cpuUsage(started);
    expect(String(page!.content).length).toBeLessThanOrEqual(500_000);
    expect((user + system) / 1e6).toBeLessThanOrEqual(2);
  });
});
