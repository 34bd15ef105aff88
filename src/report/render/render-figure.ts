import type { Figure } from "../figures/figure.js";
import type { DrawSvg } from "./draw-svg.js";
import { outlinePath } from "./fonts.js";
import { inlineSvg } from "./inline-svg.js";

/** A figure drawn for files and for the page. */
export interface RenderedFigure {
  readonly figure: Figure;
  /** Stand-alone, on white. */
  readonly svg: string;
  readonly inlineWide: string;
  readonly inlineNarrow: string;
  /** The stand-alone drawing at twice its size. */
  readonly png: Uint8Array;
}

/** Draws both variants of a figure. */
export async function renderFigure(figure: Figure, draw: DrawSvg): Promise<RenderedFigure> {
  const { id, title, alt } = figure;
  const svg = await draw(figure.wide);
  const narrow = await draw(figure.narrow);
  return {
    figure,
    svg,
    inlineWide: inlineSvg(svg, { id: `${id}-wide`, title, alt }),
    inlineNarrow: inlineSvg(narrow, { id: `${id}-narrow`, title, alt }),
    png: await toPng(svg),
  };
}

async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = {
    fontFiles: [outlinePath(400), outlinePath(600)],
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: 2 } }).render().asPng();
}
