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
    inlineNarrow: inlineSvg(narrow, { id: `${id}-narrow`, title, alt, sameAs: `${id}-wide` }),
  };
}

/** A figure drawn for a page, its picture on the way. */
export interface DrawnWithPicture extends DrawnFigure {
  readonly png: Promise<Uint8Array>;
}

/** Draws figures one after the other; pixels are made on other threads meanwhile. */
export async function drawFigures(
  figures: readonly Figure[],
  draw: DrawSvg,
  makePng: typeof toPng = toPng,
): Promise<readonly DrawnWithPicture[]> {
  const drawn: DrawnWithPicture[] = [];
  for (const figure of figures) {
    const one = await drawFigure(figure, draw);
    const png = makePng(one.svg);
    // Whoever asked awaits it; a failure before that must not end the process.
    png.catch(() => undefined);
    drawn.push({ ...one, png });
  }
  return drawn;
}

/** Draws figures and waits for their pictures. */
export async function renderFigures(
  figures: readonly Figure[],
  draw: DrawSvg,
): Promise<readonly RenderedFigure[]> {
  return withPictures(await drawFigures(figures, draw));
}

/** Waits for the pictures of figures. */
export function withPictures(
  drawn: readonly DrawnWithPicture[],
): Promise<readonly RenderedFigure[]> {
  return Promise.all(drawn.map(async (figure) => ({ ...figure, png: await figure.png })));
}
