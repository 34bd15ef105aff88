/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { beforeAll, expect, it } from "vitest";
import { simulate } from "../../src/pipeline.js";
import { composeIndex } from "../../src/report/compose-index.js";
import { composeReport } from "../../src/report/compose-report.js";
import { colours } from "../../src/report/figures/theme.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import type { ReportFile } from "../../src/report/report-file.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { evaluateInline } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";
import { overflow, textFaults, useBrowser, withBrowser } from "./chromium.js";
import { contrasts } from "./contrast.js";
import { pixels } from "./pixels.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCENARIOS = [
  "scenarios/kimi-k2-h200.yaml",
  "scenarios/lab-gross-margin.yaml",
  "scenarios/h200-fleet-over-time.yaml",
];
const BOTH = ["light", "dark"] as const;

interface Report {
  readonly summary: Summary;
  readonly files: readonly ReportFile[];
  readonly html: string;
}

/** The report that a bundled scenario gives with few draws. */
async function reportOf(file: string, draw: DrawSvg): Promise<Report> {
  const text = readFileSync(file, "utf8");
  const { run, ...scenario } = parseScenario(file, text);
  const summary = await simulate({ ...scenario, run: { ...run, draws: 8192 } }, evaluateInline);
  const provenance = { version: "0.0.0", file, text, overrides: [], sha256: "ab".repeat(32) };
  const files = await composeReport(summary, provenance, draw);
  const html = String(files.find(({ path }) => path === "report.html")!.content);
  return { summary, files, html };
}

withBrowser("a report of a bundled scenario", () => {
  const open = useBrowser();
  const reports = new Map<string, Report>();
  let draw: DrawSvg;
  let index: string;

  beforeAll(async () => {
    draw = await loadDrawSvg();
    for (const file of SCENARIOS) reports.set(file, await reportOf(file, draw));
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
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: (o: object) => Promise<AxeResults> };
          };
          const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const found = await axe.run({ runOnly: { type: "tag", values } });
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`,
          );
        });
        expect(violations).toEqual([]);
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
