/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { beforeAll, expect, it } from "vitest";
import { composeIndex } from "../../src/report/compose-index.js";
import { colours } from "../../src/report/figures/theme.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import { axeViolations } from "./axe-violations.js";
import { bundledReport, type Report } from "./bundled-report.js";
import { overflow, textFaults, useBrowser, withBrowser } from "./chromium.js";
import { contrasts } from "./contrast.js";
import { pixels } from "./pixels.js";

const SCENARIOS = [
  "scenarios/kimi-k2-h200.yaml",
  "scenarios/lab-gross-margin.yaml",
  "scenarios/h200-fleet-over-time.yaml",
];
const BOTH = ["light", "dark"] as const;

withBrowser("a report of a bundled scenario", () => {
  const open = useBrowser();
  const reports = new Map<string, Report>();
  let draw: DrawSvg;
  let index: string;

  beforeAll(async () => {
    draw = await loadDrawSvg();
    for (const file of SCENARIOS) reports.set(file, await bundledReport(file, draw));
    const entries = [...reports.values()].map(({ summary }) => ({ summary, folder: "r" }));
    index = String((await composeIndex(entries, undefined, draw))[0]!.content);
  }, 60_000);

  it.each(SCENARIOS)("asks for nothing and complains of nothing: %s", async (file) => {
    const { html } = reports.get(file)!;
    const { page, noise } = await open(html);
    expect(noise).toEqual([]);
    expect(html.length).toBeLessThanOrEqual(350_000);
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    await page.close();
  });

  it.each(SCENARIOS)("says all it has to say without scripts: %s", async (file) => {
    const { summary, html } = reports.get(file)!;
    const { page } = await open(html, { javaScriptEnabled: false });
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("figure svg[role=img]").count()).toBeGreaterThanOrEqual(6);
    const words = await page.locator("main").innerText();
    for (const { label } of Object.values(summary.outputs)) expect(words).toContain(label);
    await page.close();
  });

  it.each(SCENARIOS.flatMap((file) => BOTH.map((theme) => [file, theme] as const)))(
    "fits every width, with no text over text, cut or small: %s, %s",
    async (file, colorScheme) => {
      const { page } = await open(reports.get(file)!.html, { colorScheme });
      for (const width of [1280, 1000, 768, 600, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), String(width)).toBeLessThanOrEqual(0);
        expect(await textFaults(page), String(width)).toEqual([]);
      }
      await page.close();
    },
  );

  it.each(BOTH)(
    "has enough contrast between text and what is painted behind it: %s",
    async (theme) => {
      for (const { html } of reports.values()) {
        const { page } = await open(html, { colorScheme: theme });
        const measured = await contrasts(
          page,
          "figure .wide text, figure svg text, main p, td, th",
        );
        expect(measured.length).toBeGreaterThan(100);
        expect(measured.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
        await page.close();
      }
    },
  );

  it.each(BOTH)("has no fault that axe finds: %s", async (colorScheme) => {
    for (const html of [...[...reports.values()].map((report) => report.html), index]) {
      for (const width of [1280, 390]) {
        const { page } = await open(html, { colorScheme, width, bypassCSP: true });
        expect(await axeViolations(page)).toEqual([]);
        await page.close();
      }
    }
  });

  it.each(SCENARIOS)(
    "has pictures with text in them, twice the size of their charts: %s",
    async (file) => {
      const { files } = reports.get(file)!;
      const { page } = await open("<!doctype html><title>blank</title>");
      const pictures = files.filter(({ path }) => path.endsWith(".png"));
      expect(pictures.length).toBeGreaterThanOrEqual(3);
      for (const { path, content } of pictures) {
        const svg = String(
          files.find((other) => other.path === path.replace(".png", ".svg"))!.content,
        );
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
        const picture = await pixels(page, content as Uint8Array);
        expect([picture.width, picture.height]).toEqual(
          [width, height].map((size) => Math.round(2 * Number(size))),
        );
        expect(picture.inked(colours.ink) + picture.inked(colours.mute), path).toBeGreaterThan(200);
      }
      await page.close();
    },
  );

  it.each(BOTH)("tells loss from profit without seeing colour: %s", async (colorScheme) => {
    const { page } = await open(reports.get(SCENARIOS[0]!)!.html, { colorScheme });
    await page.evaluate(() => {
      document.body.innerHTML = ["loss", "profit"]
        .map((name) => `<div style="height:100px;background:var(--${name})"></div>`)
        .join("");
    });
    const cdp = await page.context().newCDPSession(page);
    for (const type of ["protanopia", "deuteranopia", "achromatopsia"] as const) {
      await cdp.send("Emulation.setEmulatedVisionDeficiency", { type });
      const shot = await pixels(page, await page.screenshot());
      expect(shot.difference([300, 50], [300, 150]), type).toBeGreaterThanOrEqual(20);
    }
    await page.close();
  });
});
