/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import type { Changes } from "../../src/live/changes.js";
import { liveModel } from "../../src/live/live-model.js";
import { livePanel } from "../../src/live/live-panel.js";
import { finish } from "../../src/live/repeat-run.js";
import { summarizeLive } from "../../src/live/summarize-live.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import { plainText } from "../../src/report/phrase.js";
import { headline } from "../../src/report/sentences.js";
import hostile from "../reference/hostile-text.json" with { type: "json" };
import { axeViolations } from "../report/axe-violations.js";
import { openedWhen, overflow, textFaults, useBrowser, withBrowser } from "../report/chromium.js";
import { PROVENANCE } from "../report/fixture-provenance.js";
import { pageOf } from "../report/page-of.js";
import { EVERYTHING, type Live, liveOf } from "./fixtures.js";

let draw: DrawSvg;
let html: string;
let live: Live;

withBrowser("the live panel in a browser", () => {
  const open = useBrowser();
  const opened = openedWhen(open, (page) =>
    page.locator("#live-check", { hasText: /eproduced/ }).waitFor(),
  );
  beforeAll(async () => {
    draw = await loadDrawSvg();
    live = await liveOf(EVERYTHING.replace("draws: 16384", "draws: 65536"));
    html = await livePage(live);
  });

  it("reproduces the run from a file, asks for nothing and complains of nothing", async () => {
    const { page, noise } = await opened(html);
    expect(await page.locator("#live-check").textContent()).toBe(
      "Reproduced in this browser: all 65,536 draws of the run, made again here, give the recorded chance and median.",
    );
    const difference = await page.locator("#live-check").getAttribute("data-difference");
    expect(Number(difference)).toBeLessThanOrEqual(1e-12);
    expect(await answer(page)).toBe(await page.locator("h1").textContent());
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute("content")).toMatch(
      /^default-src 'none'; script-src( 'sha256-[^ ]{44}'){3}; style-src [^;]*; img-src data:; font-src data:$/,
    );
    expect(noise).toEqual([]);
    await page.close();
  });

  it("says so where the page holds another answer than it gives", async () => {
    const { atOrBelow } = live.record.recorded;
    const forged = html.replace(`"atOrBelow":${atOrBelow}`, `"atOrBelow":${atOrBelow! - 0.1}`);
    expect(forged).not.toBe(html);
    const { page } = await opened(forged);
    expect(await page.locator("#live-check").textContent()).toMatch(/^Not reproduced: /);
    expect(await page.locator("#live-check").getAttribute("class")).toContain("loss");
    await page.close();
  });

  it("runs no script but its own", async () => {
    const other = html.replace("</main>", "<script>window.x=1</script></main>");
    const { page, noise } = await opened(other);
    expect(await page.evaluate(() => (window as { x?: number }).x)).toBeUndefined();
    expect(noise.join()).toContain("violates the following Content Security Policy");
    await page.close();
  });

  it("changes its sentence with every slider, and takes everything back", async () => {
    const { page, noise } = await opened(html);
    const before = await state(page);
    const sliders = await page.locator("#live input[type=range]").all();
    expect(sliders).toHaveLength(1 + 2 * live.record.inputs.length);
    const found = new Set([before.change]);
    for (const slider of sliders) {
      for (let k = 0; k < 12; k++) await slider.press("ArrowRight");
      expect(await page.locator("#live-note").textContent()).toBe("");
      found.add((await state(page)).change);
    }
    expect(found.size).toBe(sliders.length + 1);
    await page.locator("#live-reset").click();
    expect(await state(page)).toEqual(before);
    expect(noise).toEqual([]);
    await page.close();
  });

  it("says what the same moves give here", async () => {
    const { page } = await opened(html);
    const [first, second] = live.record.inputs as [string, string];
    await page.locator("#live-price-number").fill("3.25");
    expect(await answer(page)).toBe(headlineHere(live, { price: 3.25, inputs: {} }));
    await page.locator(`#live-median-${first}-number`).fill("2.5");
    await page.locator(`#live-spread-${second}-number`).fill("1.5");
    const inputs = { [first]: { median: 2.5 }, [second]: { spread: 1.5 } };
    expect(await answer(page)).toBe(headlineHere(live, { price: 3.25, inputs }));
    expect(await page.locator("#live-change").textContent()).toMatch(
      /^The chance of loss is (up|down) [0-9]+ points?, from [0-9]+% to [0-9]+%\. Cost per million tokens is /,
    );
    await page.close();
  });

  it("is worked by keys alone", async () => {
    const { page } = await opened(html);
    await page.locator("#live-price").focus();
    const before = await state(page);
    await page.keyboard.press("ArrowLeft");
    expect((await state(page)).answer).not.toBe(before.answer);
    const order: string[] = [];
    for (let k = 0; k < 3; k++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => document.activeElement!.id));
    }
    const [first] = live.record.inputs;
    expect(order).toEqual([
      "live-price-number",
      `live-median-${first}`,
      `live-median-${first}-number`,
    ]);
    await page.locator("#live-reset").focus();
    await page.keyboard.press("Enter");
    expect(await state(page)).toEqual(before);
    await page.close();
  });

  it("refuses a number that no distribution has, and keeps the last that one has", async () => {
    const { page } = await opened(html);
    const field = page.locator(`#live-median-${live.record.inputs[0]}-number`);
    const before = await state(page);
    await field.fill("-5");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#live-note").textContent()).toMatch(/^That cannot be: /);
    expect((await state(page)).answer).toBe(before.answer);
    await field.blur();
    expect(await field.getAttribute("aria-invalid")).toBeNull();
    expect(await state(page)).toEqual(before);
    await page.close();
  });

  it("writes its view into the address and reads it from there", async () => {
    const { page } = await opened(html);
    await page.locator("#live-price-number").fill("3");
    await page.locator(`#live-spread-${live.record.inputs[0]}-number`).fill("1.5");
    const shown = await state(page);
    await page.waitForFunction(() => location.hash.includes("1.5"));
    expect(await page.locator("#live-said").textContent()).toContain(shown.answer);
    const { page: other } = await opened(html, { fragment: new URL(page.url()).hash });
    await other.locator("#live-reset:enabled").waitFor();
    expect(await state(other)).toEqual(shown);
    await other.close();
    await page.locator("#live-reset").click();
    await page.waitForFunction(() => location.hash === "");
    await page.close();
  });

  it("copies the changes as YAML", async () => {
    const { page } = await opened(html, { permissions: ["clipboard-read", "clipboard-write"] });
    expect(await page.locator("#live-copy").isDisabled()).toBe(true);
    await page.locator("#live-price-number").fill("3");
    await page.locator("#live-copy").click();
    await page.waitForFunction(() => document.getElementById("live-note")!.textContent !== "");
    expect(await page.locator("#live-yaml").innerText()).toMatch(
      /^prices:\n {2}"List price": \{ price: 3, /,
    );
    await page.close();
  });

  it("answers a move of 32,768 draws within 150 ms", async () => {
    const { page } = await opened(html);
    const slider = page.locator(`#live-median-${live.record.inputs[0]}`);
    for (let k = 0; k < 12; k++) await slider.press("ArrowRight");
    const times = await page.evaluate(() =>
      performance.getEntriesByName("live move").map(({ duration }) => duration),
    );
    const [median] = times
      .slice(-7)
      .toSorted((a, b) => a - b)
      .slice(3);
    expect(median).toBeLessThan(150);
    await page.close();
  });

  it("is not there without scripts, nor on paper, and the rest of the page is", async () => {
    const { page } = await open(html, { javaScriptEnabled: false });
    expect(await page.locator("#live").isVisible()).toBe(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("figure svg").count()).toBeGreaterThan(4);
    await page.close();
    const { page: printed } = await opened(html);
    expect(await printed.locator("#live").isVisible()).toBe(true);
    await printed.emulateMedia({ media: "print" });
    expect(await printed.locator("#live").isVisible()).toBe(false);
    await printed.close();
  });

  it.each([1280, 390, 320])("fits %i pixels, and axe finds nothing to mend", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await opened(html, { bypassCSP: true, colorScheme, width });
      await page.locator("#live-price").press("ArrowRight");
      await page.locator("#live-copy").click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await textFaults(page)).toEqual([]);
      expect(await axeViolations(page, "#live")).toEqual([]);
      await page.close();
    }
  });

  it("shows hostile text as it is written", async () => {
    const texts = hostile.strings.map(({ text }) => text).filter((text) => text.trim() !== "");
    for (const [k, text] of texts.entries()) {
      if (k % 12 !== 0) continue;
      const name = texts.slice(k, k + 12).join(" ");
      const scenario = {
        ...live.scenario,
        title: name,
        quantities: live.scenario.quantities.map((one) => ({ ...one, label: `${name} ${text}` })),
        prices: live.scenario.prices.map((price, n) => ({ ...price, name: `${name} ${n}` })),
      };
      // Every part of the summary speaks of a price by its name.
      const renamed = live.summary.breakEven.reduce(
        (json, { against }, n) =>
          json.replaceAll(JSON.stringify(against), JSON.stringify(`${name} ${n}`)),
        JSON.stringify(live.summary),
      );
      const summary = JSON.parse(renamed) as typeof live.summary;
      const { page, noise } = await opened(await livePage({ scenario, summary }));
      expect(noise).toEqual([]);
      expect(
        await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned),
      ).toBeUndefined();
      expect(await page.locator("#live :is(script, img, iframe, a, form)").count()).toBe(0);
      await page.locator("#live-price").press("ArrowRight");
      await page.locator("#live-copy").click();
      expect(noise).toEqual([]);
      await page.close();
    }
  });
});

function livePage({ scenario, summary }: Pick<Live, "scenario" | "summary">): Promise<string> {
  return pageOf(summary, PROVENANCE, draw, livePanel(scenario, summary));
}

/** The first sentence on the live draws, as it is worked out here. */
function headlineHere({ record }: Live, changes: Changes): string {
  const model = compileModel(record.scenario);
  const output = finish(liveModel(record, model))(changes);
  return plainText(
    headline(summarizeLive(record, model, output, changes.price ?? record.price!.price)),
  );
}

async function answer(page: Page): Promise<string | null> {
  return page.locator("#live-answer").textContent();
}

/** Everything that a move may change. */
async function state(page: Page): Promise<Record<"answer" | "change" | "plot" | "values", string>> {
  return page.evaluate(() => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>("#live input")];
    return {
      answer: document.getElementById("live-answer")!.textContent,
      change: document.getElementById("live-change")!.textContent,
      plot: document.getElementById("live-plot")!.innerHTML,
      values: inputs.map(({ value }) => value).join(),
    };
  });
}
