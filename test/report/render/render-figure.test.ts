import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/report/figures/figures-of.js";
import { type DrawSvg, loadDrawSvg } from "../../../src/report/render/draw-svg.js";
import { inlineSvg } from "../../../src/report/render/inline-svg.js";
import {
  drawFigure,
  type RenderedFigure,
  renderFigures,
} from "../../../src/report/render/render-figure.js";
import { fixtureSummary } from "../fixtures.js";
import { decodePng, type Picture } from "./decode-png.js";

let draw: DrawSvg;
let usual: readonly RenderedFigure[];

beforeAll(async () => {
  draw = await loadDrawSvg();
  usual = await renderFigures(figuresOf(fixtureSummary()), draw);
});

describe("a rendered figure", () => {
  it("is the same bytes every time, also drawn by a drawer of its own", async () => {
    const other = await loadDrawSvg();
    for (const { figure, svg, inlineWide, inlineNarrow, png } of usual) {
      const again = await renderFigures([figure], other);
      expect(again).toEqual([{ figure, svg, inlineWide, inlineNarrow, png }]);
    }
  });

  it("has its text as text in Inter, at 12 pixels or more, and nothing that is not a number", () => {
    for (const { figure, svg, inlineNarrow } of usual) {
      for (const drawing of [svg, inlineNarrow]) {
        expect(drawing.match(/<text/g)!.length, figure.id).toBeGreaterThan(4);
        expect(drawing).toContain('font-family="Inter');
        for (const [, size] of drawing.matchAll(/font-size="([\d.]+)px"/g)) {
          expect(Number(size)).toBeGreaterThanOrEqual(12);
        }
        expect(drawing).not.toMatch(/NaN|undefined|Infinity|null/);
      }
    }
  });

  it("is 840 and 300 pixels wide", () => {
    for (const { svg, inlineWide, inlineNarrow } of usual) {
      expect(svg).toMatch(/^<svg[^>]* width="840"/);
      expect(inlineWide).toMatch(/^<svg[^>]* width="840"/);
      expect(inlineNarrow).toMatch(/^<svg[^>]* width="300"/);
    }
  });

  it("is twice that as PNG, with ink where its axis is labelled", () => {
    for (const { figure, png } of usual) {
      const picture = decodePng(png);
      expect(picture.width).toBe(1680);
      // The labels of the axis or its title stand in the lowest 18 pixels of the drawing.
      expect(inkBelow(picture, picture.height - 36), figure.id).toBeGreaterThan(150);
    }
  });

  it("is one image to assistive technology, titled and described", () => {
    for (const { figure, inlineWide, inlineNarrow, svg } of usual) {
      for (const inline of [inlineWide, inlineNarrow]) {
        expect(inline.match(/role="/g)).toHaveLength(1);
        expect(inline.match(/aria-/g)).toHaveLength(1);
        const names = `aria-labelledby="${figure.id}-wide-t ${figure.id}-wide-d"`;
        expect(inline).toContain(names);
      }
      expect(inlineWide).toContain(`<title id="${figure.id}-wide-t">`);
      expect(inlineWide).toContain(`<desc id="${figure.id}-wide-d">`);
      expect(svg).not.toMatch(/aria-|role="/);
    }
  });

  it("follows the theme of its page with every colour, and stays light on its own", () => {
    for (const { inlineWide, inlineNarrow, svg } of usual) {
      for (const drawing of [inlineWide, inlineNarrow]) {
        const painted = [...drawing.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(
          ([, paint]) => paint,
        );
        expect(painted.filter((paint) => !/^(none|var\(--\w+\))$/.test(paint!))).toEqual([]);
      }
      expect(svg).not.toContain("var(");
    }
  });

  it("keeps its ids apart from those of others on the page", () => {
    const ids = usual.flatMap(({ inlineWide, inlineNarrow }) =>
      [inlineWide, inlineNarrow].flatMap((drawing) =>
        [...drawing.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("text that looks like markup", () => {
  const texts = ['fill="#c44e00"', ' id="a"', "url(#b)", 'role="img"', "</svg><script>", "&amp;"];

  it("is drawn as it is written", async () => {
    const summary = fixtureSummary();
    const figures = figuresOf({
      ...summary,
      breakEven: texts.map((against, k) => ({
        ...summary.breakEven[0]!,
        against,
        price: 2 + 9 * k,
      })),
    });
    const { svg, inlineWide } = await drawFigure(figures[1]!, draw);
    for (const text of texts.slice(0, 5)) {
      const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      expect(svg).toContain(`>${escaped.trim()} $`);
      expect(inlineWide).toContain(`>${escaped.trim()} $`);
    }
    expect(inlineWide).not.toContain("<script");
  });

  it("is left alone where tags are rewritten", () => {
    const svg =
      '<svg width="9" height="9"><g id="c" fill="#c44e00"><text> id="d" fill="#c44e00"</text></g></svg>';
    expect(inlineSvg(svg, { id: "x", title: "T", alt: "A" })).toContain(
      '<g id="x-c" fill="var(--loss)"><text> id="d" fill="#c44e00"</text></g>',
    );
  });
});

describe("the drawer", () => {
  it("loads nothing, from disk or from elsewhere", async () => {
    const folder = await mkdtemp(join(tmpdir(), "breakeven-render-"));
    const file = join(folder, "points.json");
    await writeFile(file, '[{ "a": 1 }, { "a": 2 }]');
    for (const url of [file, `file://${file}`, "https://example.org/points.json"]) {
      const svg = await draw({
        data: { url },
        mark: "point",
        encoding: { x: { field: "a", type: "quantitative" } },
      });
      expect(svg).toContain('<g class="mark-symbol role-mark marks"/>');
    }
    await rm(folder, { recursive: true });
    const image = {
      data: { values: [{ u: "https://example.org/a.png" }] },
      mark: { type: "image", width: 9, height: 9 },
      encoding: { url: { field: "u", type: "nominal" } },
    };
    await expect(draw(image).then((svg) => svg.includes("example.org"))).resolves.toBe(false);
  });
});

/** Pixels darker than paper and gridlines below a row. */
function inkBelow({ width, height, rgba }: Picture, row: number): number {
  let ink = 0;
  for (let at = row * width * 4; at < height * width * 4; at += 4) {
    if (rgba[at]! < 150 && rgba[at + 3]! > 200) ink++;
  }
  return ink;
}
