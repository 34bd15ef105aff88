/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import type { LiveSpecs } from "../../../src/report/interactive/live-specs.js";
import { type DrawSvg, loadDrawSvg } from "../../../src/report/render/draw-svg.js";
import hostile from "../../reference/hostile-text.json" with { type: "json" };
import { axeViolations } from "../axe-violations.js";
import { bundledReport, type Report } from "../bundled-report.js";
import { openedWhen, overflow, textFaults, useBrowser, withBrowser } from "../chromium.js";
import { PROVENANCE } from "../fixture-provenance.js";
import { pageOf } from "../page-of.js";
import { fixtureSummary } from "../fixtures.js";

const FILE = "scenarios/kimi-k2-h200.yaml";
const RECORD = /(<script type="application\/json" id="charts-record">)(.*?)(?=<\/script>)/s;

let draw: DrawSvg;
let usual: Report;
let live: Report;

withBrowser("a report with interactive charts", () => {
  const open = useBrowser();
  const opened = openedWhen(open, (page) => page.locator("body[data-charts]").waitFor());

  beforeAll(async () => {
    draw = await loadDrawSvg();
    usual = await bundledReport(FILE, draw);
    live = await bundledReport(FILE, draw, { interactiveCharts: true });
  }, 60_000);

  it.each([1280, 390])(
    "has every figure live at %i pixels, and asks for nothing",
    async (width) => {
      const { page, noise } = await opened(live.html, { width });
      expect(noise).toEqual([]);
      const seen = page.locator("figure > div:visible");
      const count = await seen.count();
      expect(count).toBe(drawingsOf(live));
      expect(await page.locator("figure > div:visible > svg.marks[role=img]").count()).toBe(count);
      expect(await page.locator("figure > div[tabindex='0']:visible").count()).toBe(count);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await textFaults(page)).toEqual([]);
      await page.close();
    },
  );

  it("lets nothing run but scripts named by their hashes", async () => {
    const { page } = await opened(live.html);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute("content")).toMatch(
      /^default-src 'none'; script-src( 'sha256-[^ ]{44}'){3}; style-src 'unsafe-inline'; img-src data:; font-src data:$/,
    );
    await page.close();
  });

  it.each([
    [1280, "light"],
    [390, "dark"],
  ] as const)("draws what the drawings show, at %i pixels, %s", async (width, colorScheme) => {
    const [before, after] = [
      await open(usual.html, { width, colorScheme }),
      await opened(live.html, { width, colorScheme }),
    ];
    const [still, moving] = [await wordsOf(before.page), await wordsOf(after.page)];
    expect(still.length).toBeGreaterThan(150);
    expect(moving.map(({ text, fill }) => [text, fill])).toEqual(
      still.map(({ text, fill }) => [text, fill]),
    );
    for (const [k, { text, x, y }] of still.entries()) {
      const [dx, dy] = [Math.abs(moving[k]!.x - x), Math.abs(moving[k]!.y - y)];
      // Half a pixel at most: drawings are rounded to tenths, and stand-alone ones measure text themselves.
      expect(Math.max(dx, dy), text).toBeLessThanOrEqual(0.5);
    }
    await before.page.close();
    await after.page.close();
  });

  it("says what a mark means where a pointer is, until Escape", async () => {
    const { page, noise } = await opened(live.html);
    const first = page.locator("figure > div:visible").first();
    const dot = first.locator(".mark-symbol path").last();
    await dot.scrollIntoViewIfNeeded();
    const { x, y } = (await dot.boundingBox())!;
    await page.mouse.move(x + 9, y + 9);
    const reading = first.locator(".reading");
    expect(await reading.textContent()).toMatch(/^\$[\d,.]+\/Mtoken: loses money at \$15\/Mtoken$/);
    await page.keyboard.press("Escape");
    expect(await reading.textContent()).toBe("");
    await page.mouse.move(x + 8, y + 8);
    expect(await reading.textContent()).not.toBe("");
    await page.mouse.move(1, 1);
    expect(await reading.textContent()).toBe("");
    expect(noise).toEqual([]);
    await page.close();
  });

  it.each([1280, 320])("reads every figure by keyboard, inside the window of %i", async (width) => {
    const { page, noise } = await opened(live.html, { width });
    for (const figure of await page.locator("figure > div:visible").all()) {
      await figure.focus();
      const reading = figure.locator(".reading");
      await page.keyboard.press("Home");
      const first = await reading.textContent();
      expect(first).toMatch(/\S/);
      expect(first).not.toMatch(/NaN|undefined|null|\[object/);
      expect(await figure.locator(".read").count()).toBe(1);
      await page.keyboard.press("ArrowRight");
      const second = await reading.textContent();
      expect(second).not.toBe(first);
      await page.keyboard.press("ArrowDown");
      expect(await reading.textContent()).not.toBe(second);
      await page.keyboard.press("ArrowLeft");
      expect(await reading.textContent()).toBe(second);
      await page.keyboard.press("ArrowUp");
      expect(await reading.textContent()).toBe(first);
      await page.keyboard.press("End");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const inside = await reading.evaluate((box) => {
        const { left, right } = box.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      });
      expect(inside).toBe(true);
      await figure.blur();
      expect(await reading.textContent()).toBe("");
      expect(await figure.locator(".read").count()).toBe(0);
    }
    expect(noise).toEqual([]);
    await page.close();
  });

  it("has the other variant live when the window gets narrow", async () => {
    const { page, noise } = await opened(live.html);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.locator("body[data-charts=narrow]").waitFor();
    const seen = await page.locator("figure > div:visible").count();
    expect(await page.locator("figure > div.narrow > svg.marks").count()).toBe(seen);
    expect(noise).toEqual([]);
    await page.close();
  });

  it("leaves the drawing of a figure that fails, and the others live", async () => {
    const specs = JSON.parse(RECORD.exec(live.html)![2]!) as Record<string, object>;
    const broken = { ...specs, "02-break-even": { wide: { marks: 3, scales: "x" }, narrow: {} } };
    const html = live.html.replace(RECORD, (_, tag: string) => tag + inScript(broken));
    const { page, noise } = await opened(html);
    expect(noise).toEqual([]);
    expect(await page.locator('.wide > svg[aria-labelledby^="02-break-even-wide"]').count()).toBe(
      1,
    );
    expect(await page.locator(".wide > svg[aria-labelledby]").count()).toBe(1);
    expect(await page.locator(".wide > svg.marks").count()).toBe(Object.keys(specs).length - 1);
    expect(await page.locator(".wide > .reading").count()).toBe(Object.keys(specs).length - 1);
    await page.close();
  });

  it("has its drawings without scripts", async () => {
    const { page, noise } = await open(live.html, { javaScriptEnabled: false });
    expect(noise).toEqual([]);
    const drawn = page.locator("figure svg[role=img][aria-labelledby]");
    expect(await drawn.count()).toBe(2 * drawingsOf(live));
    expect(await page.locator(".reading, [tabindex='0'] > svg").count()).toBe(0);
    await page.close();
  });

  it.each(["light", "dark"] as const)("has no fault that axe finds: %s", async (colorScheme) => {
    for (const width of [1280, 390]) {
      const { page } = await opened(live.html, { colorScheme, width, bypassCSP: true });
      await page.locator("figure > div:visible").first().focus();
      await page.keyboard.press("End");
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    }
  });

  it("shows hostile names as they are written, and runs none of them", async () => {
    const usual = fixtureSummary();
    const texts = hostile.strings.map(({ text }) => text).filter((text) => text.trim() !== "");
    const [base] = usual.breakEven;
    for (let k = 0; k < texts.length; k += 9) {
      const names = texts.slice(k, k + 9);
      const label = names.join(" ");
      const summary = {
        ...usual,
        outputs: Object.fromEntries(
          Object.entries(usual.outputs).map(([name, output]) => [name, { ...output, label }]),
        ),
        breakEven: names.map((against, n) => ({ ...base!, against, price: base!.price + n })),
        assumptions: usual.assumptions.map((one) => ({ ...one, label })),
      };
      const provenance = { ...PROVENANCE, interactiveCharts: true } as const;
      const { page, noise } = await opened(await pageOf(summary, provenance, draw));
      const figures = await page.locator("figure > div:visible").all();
      expect(await page.locator("figure > div:visible > svg.marks").count()).toBe(figures.length);
      for (const figure of figures) {
        await figure.focus();
        await page.keyboard.press("End");
        expect(await figure.locator(".reading *").count()).toBe(0);
      }
      expect(noise).toEqual([]);
      const pwned = await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned);
      expect(pwned).toBeUndefined();
      await page.close();
    }
  });

  it("is a plain report but for the page, and says how it was made", () => {
    expect(usual.html.includes("charts-")).toBe(false);
    expect(/breakeven run [^<]*--interactive-charts/.test(live.html)).toBe(true);
    for (const { path, content } of usual.files) {
      if (!/^figures\//.test(path)) continue;
      expect(live.files.find((file) => file.path === path)!.content, path).toEqual(content);
    }
    const specs = JSON.parse(RECORD.exec(live.html)![2]!) as LiveSpecs;
    expect(Object.keys(specs)).toHaveLength(drawingsOf(live));
  });
});

/** How many figures a report has. */
function drawingsOf({ files }: Report): number {
  return files.filter(({ path }) => path.endsWith(".svg")).length;
}

/** JSON as it may stand in a script element. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

interface Word {
  readonly text: string;
  readonly fill: string;
  /** From the corner of its chart, in pixels. */
  readonly x: number;
  readonly y: number;
}

/** Texts of all charts in sight. */
function wordsOf(page: Page): Promise<readonly Word[]> {
  return page.locator("figure > div > svg text").evaluateAll((texts) =>
    texts.flatMap((node) => {
      const frame = node.closest("svg")!.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      const text = node.textContent.trim();
      if (frame.width === 0 || text === "") return [];
      return [
        {
          text,
          fill: getComputedStyle(node).fill,
          x: box.left - frame.left,
          y: box.top - frame.top,
        },
      ];
    }),
  );
}
