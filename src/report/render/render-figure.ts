import type { Figure } from "../figures/figure.js";
import type { DrawSvg } from "./draw-svg.js";
import { inlineSvg } from "./inline-svg.js";
import { toPng } from "./to-png.js";

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
  png: typeof toPng = toPng,
): Promise<readonly RenderedFigure[]> {
  const pending: Promise<RenderedFigure>[] = [];
  for (const figure of figures) {
    const drawn = await drawFigure(figure, draw);
    pending.push(png(drawn.svg).then((picture) => ({ ...drawn, png: picture })));
  }
  return Promise.all(pending);
}
