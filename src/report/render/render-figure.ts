import type { Figure } from "../figures/figure.js";
import type { DrawSvg } from "./draw-svg.js";
import { outlinePath } from "./fonts.js";
import { inlineSvg } from "./inline-svg.js";

/** A figure drawn for a page. */
export interface DrawnFigure {
  readonly figure: Figure;
  /** Stand-alone, on white. */
  readonly svg: string;
  readonly inlineWide: string;
  readonly inlineNarrow: string;
}

/** A figure drawn for files and for the page. */
export interface RenderedFigure extends DrawnFigure {
  /** The stand-alone drawing at twice its size. */
  readonly png: Uint8Array;
}

/** Draws both variants of a figure, for a page that has no files beside it. */
export async function drawFigure(figure: Figure, draw: DrawSvg): Promise<DrawnFigure> {
  const { id, title, alt } = figure;
  const svg = await draw(figure.wide);
  const narrow = await draw(figure.narrow);
  return {
    figure,
    svg,
    inlineWide: inlineSvg(svg, { id: `${id}-wide`, title, alt }),
    inlineNarrow: inlineSvg(narrow, { id: `${id}-narrow`, title, alt }),
  };
}

/** Draws figures one after the other; pixels are made on other threads meanwhile. */
export async function renderFigures(
  figures: readonly Figure[],
  draw: DrawSvg,
): Promise<readonly RenderedFigure[]> {
  const pending: Promise<RenderedFigure>[] = [];
  for (const figure of figures) {
    const drawn = await drawFigure(figure, draw);
    pending.push(toPng(drawn.svg).then((png) => ({ ...drawn, png })));
  }
  return Promise.all(pending);
}

async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const font = {
    fontFiles: [outlinePath(400), outlinePath(600)],
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  };
  const image = await renderAsync(svg, { font, fitTo: { mode: "zoom", value: 2 } });
  return image.asPng();
}
