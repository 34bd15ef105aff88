/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { LiveSpecs } from "../../interactive/live-specs.js";
import { liveFigure } from "./live-figure.js";

const NARROW = matchMedia("(max-width:560px)");
const specs = JSON.parse(document.getElementById("charts-record")!.textContent) as LiveSpecs;
const whenIdle: (next: () => void) => void = globalThis.requestIdleCallback ?? setTimeout;

/** Puts a live view in the place of every drawing in sight, one after the other; one that fails stays as it was drawn. */
async function enliven(): Promise<void> {
  const variant = NARROW.matches ? "narrow" : "wide";
  for (const [id, spec] of Object.entries(specs)) {
    const figure = document.getElementById(`${id}-wide-t`)?.closest("figure");
    const still = figure?.querySelector<SVGSVGElement>(`.${variant} > svg[aria-labelledby]`);
    if (!still) continue;
    await new Promise<void>((next) => {
      whenIdle(next);
    });
    await liveFigure(still, spec[variant]).catch(() => undefined);
  }
  document.body.dataset["charts"] = variant;
}

// Axes leave labels out by how wide they are: the fonts come first.
const fonts = ["12px Inter", "600 12px Inter"].map((font) => document.fonts.load(font));
void Promise.all(fonts).then(() => {
  NARROW.addEventListener("change", () => void enliven());
  return enliven();
});
