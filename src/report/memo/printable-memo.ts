import type { Summary } from "../../summary/summary.js";
import { figuresOf } from "../figures/figures-of.js";
import { lookOf } from "../look-of.js";
import type { Provenance } from "../provenance.js";
import type { DrawSvg } from "../render/draw-svg.js";
import { memoBlocks } from "./memo-blocks.js";
import { memoHtml } from "./memo-html.js";

/** The memo as a page to print, its charts in the narrow variant: two stand side by side, legibly. */
export async function printableMemo(
  summary: Summary,
  provenance: Provenance,
  draw: DrawSvg,
): Promise<string> {
  const figures = figuresOf(summary);
  const blocks = memoBlocks(summary, figures, provenance);
  const shown = new Set(blocks.flatMap((block) => (block.kind === "picture" ? [block.id] : [])));
  const drawings = new Map<string, string>();
  for (const { id, narrow } of figures) {
    if (shown.has(id)) drawings.set(id, await draw(narrow));
  }
  return memoHtml(blocks, drawings, lookOf(summary, provenance));
}
