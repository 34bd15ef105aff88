/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync } from "node:fs";
import fc from "fast-check";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/report/figures/figures-of.js";
import { type DrawSvg, loadDrawSvg } from "../../../src/report/render/draw-svg.js";
import { inlineSvg } from "../../../src/report/render/inline-svg.js";
import { pageStyle } from "../../../src/report/style.js";
import type { Summary } from "../../../src/summary/summary.js";
import { anySummary, edgeCases } from "../fixtures.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const QUIET = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
];

/** Where there is no browser these tests are left out; continuous integration installs one. */
const withBrowser = process.env["CI"] || existsSync(CHROMIUM) ? describe : describe.skip;

let browser: Browser;
let page: Page;
let draw: DrawSvg;

withBrowser("figures in a browser", () => {
  beforeAll(async () => {
    draw = await loadDrawSvg();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  });
  afterAll(() => browser.close());

  it("draw no text over text and cut nothing off, wide and narrow: edge cases", async () => {
    const cases = Object.entries(edgeCases());
    expect(await faultsOf(cases)).toEqual([]);
  });

  it("draw no text over text and cut nothing off, wide and narrow: any results", async () => {
    const summaries = fc.sample(anySummary, { numRuns: 25, seed: 1 });
    expect(await faultsOf(summaries.map((summary, k) => [`sample ${k}`, summary]))).toEqual([]);
  });
});

/** What is wrong with the drawings of summaries, all of them on one page. */
async function faultsOf(
  summaries: readonly (readonly [string, Summary])[],
): Promise<readonly string[]> {
  const drawings: string[] = [];
  for (const [name, summary] of summaries) {
    for (const { id, title, alt, wide, narrow } of figuresOf(summary)) {
      for (const [variant, spec] of [
        ["wide", wide],
        ["narrow", narrow],
      ] as const) {
        const svg = await draw(spec);
        expect(svg, `${name} ${id} ${variant}`).not.toMatch(/NaN|undefined|Infinity/);
        const inline = inlineSvg(svg, { id: `${id}-${variant}`, title, alt });
        drawings.push(`<figure data-name="${name} ${id} ${variant}">${inline}</figure>`);
      }
    }
  }
  await page.setContent(`<style>${pageStyle()}</style><main>${drawings.join("")}</main>`);
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(faults);
}

/**
 * Labels of one chart that overlap by more than 4 pixels both ways, and labels or marks that its
 * edge cuts off. Boxes are taken through the transformation to the drawing, so turned text counts.
 */
function faults(): string[] {
  const found: string[] = [];
  for (const svg of document.querySelectorAll<SVGSVGElement>("figure > svg")) {
    const name = svg.parentElement!.dataset["name"]!;
    const { width, height } = svg.viewBox.baseVal;
    const boxOf = (element: SVGGraphicsElement): DOMRect => {
      const { x, y, width: w, height: h } = element.getBBox();
      const matrix = svg.getCTM()!.inverse().multiply(element.getCTM()!);
      const corners = [
        [x, y],
        [x + w, y],
        [x, y + h],
        [x + w, y + h],
      ].map(([px, py]) => new DOMPoint(px, py).matrixTransform(matrix));
      const xs = corners.map((corner) => corner.x);
      const ys = corners.map((corner) => corner.y);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
    };
    const isSeen = (element: Element): boolean => {
      for (let up: Element | null = element; up && up !== svg; up = up.parentElement) {
        if (getComputedStyle(up).opacity === "0" || getComputedStyle(up).display === "none")
          return false;
      }
      return true;
    };
    const isCut = (box: DOMRect): boolean =>
      box.left < -1 || box.right > width + 1 || box.top < -2 || box.bottom > height + 2;
    const texts = [...svg.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() !== "" && isSeen(text))
      .map((text) => ({ text: text.textContent, box: boxOf(text) }));
    for (const [k, { text, box }] of texts.entries()) {
      if (isCut(box)) found.push(`${name}: cut: ${text}`);
      for (const other of texts.slice(k + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 4 && down > 4) found.push(`${name}: overlap: ${text} and ${other.text}`);
      }
    }
    for (const mark of svg.querySelectorAll<SVGGraphicsElement>(
      ".mark-symbol :is(path, circle), .mark-rect path",
    )) {
      if (isSeen(mark) && isCut(boxOf(mark))) found.push(`${name}: cut: a mark`);
    }
  }
  return found;
}
