/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import { luminance, pixels } from "./pixels.js";

/** A text and its contrast with what is painted behind it. */
export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

interface Painted {
  readonly text: string;
  readonly colour: readonly [number, number, number];
  readonly x: number;
  readonly y: number;
}

/**
 * The contrast (WCAG 2.2) of every visible text with the pixel behind its middle: the page is
 * photographed with all text made transparent.
 */
export async function contrasts(page: Page, selector: string): Promise<readonly Contrast[]> {
  const painted = await page.evaluate(textsOf, selector);
  await page.addStyleTag({
    content: "*{color:transparent!important}svg text{fill-opacity:0!important}",
  });
  const shot = await pixels(page, await page.screenshot({ fullPage: true }));
  return painted.map(({ text, colour, x, y }) => {
    const [dark, light] = [luminance(colour), luminance(shot.at(x, y))].sort((a, b) => a - b);
    return { text, ratio: (light! + 0.05) / (dark! + 0.05) };
  });
}

function textsOf(selector: string): Painted[] {
  return [...document.querySelectorAll<HTMLElement | SVGElement>(selector)].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const text = element.textContent.trim();
    if (text === "" || box.width === 0 || !element.checkVisibility()) return [];
    const style = getComputedStyle(element);
    const [r, g, b, a] = (element instanceof SVGElement ? style.fill : style.color)
      .match(/[\d.]+/g)!
      .map(Number) as [number, number, number, number | undefined];
    if (a === 0) return [];
    const [x, y] = [box.left + box.width / 2 + scrollX, box.top + box.height / 2 + scrollY];
    return [{ text, colour: [r, g, b] as const, x, y }];
  });
}
