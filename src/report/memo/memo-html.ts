import { html, type Markup, trusted } from "../escape.js";
import type { Figure } from "../figures/figure.js";
import { page } from "../page.js";
import { phraseMarkup } from "../phrase.js";
import { inlineSvg } from "../render/inline-svg.js";
import { tableOf } from "../sections/table.js";
import type { PageLook } from "../style.js";
import type { Block } from "./block.js";

/**
 * The memo as a page, to be printed.
 *
 * @param drawings stand-alone SVG of the figures, by id
 */
export function memoHtml(
  blocks: readonly Block[],
  drawings: ReadonlyMap<string, string>,
  look: PageLook,
): string {
  const title = blocks.find(({ kind }) => kind === "title") as Block & { kind: "title" };
  const headings = new Map<Block, string>();
  let above = title.text;
  for (const block of blocks) {
    if (block.kind === "heading") above = block.text;
    headings.set(block, above);
  }
  const parts = blocks.map((block) => write(block, headings.get(block)!, drawings));
  return page(title.text, html`<div class="memo">${parts}</div>`, look);
}

function write(block: Block, above: string, drawings: ReadonlyMap<string, string>): Markup {
  switch (block.kind) {
    case "title":
      return html`<h1>${block.text}</h1> `;
    case "heading":
      return html`<h2>${block.text}</h2> `;
    case "paragraph": {
      const { emphasis } = block;
      const text = phraseMarkup(block.text);
      if (emphasis === "strong") return html`<p class="lede"><strong>${text}</strong></p> `;
      return emphasis === "italic" ? html`<p><em>${text}</em></p> ` : html`<p>${text}</p> `;
    }
    case "picture":
      return picture(block, drawings.get(block.id)!);
    case "table": {
      const columns = block.header.map((title, k) =>
        k === 0 ? { title } : { title, kind: "number" as const },
      );
      return tableOf(
        above,
        columns,
        block.rows.map((cells) => cells.map(phraseMarkup)),
      );
    }
    case "list":
      return html`<ul>
        ${block.items.map((item) => html`<li>${phraseMarkup(item)}</li> `)}
      </ul> `;
    case "code":
      return html`<pre>${block.text}</pre> `;
  }
}

function picture(figure: Pick<Figure, "id" | "title" | "alt">, drawing: string): Markup {
  return html`<figure>
    ${trusted(inlineSvg(drawing, figure))}
    <figcaption class="caption">${figure.title}.</figcaption>
  </figure> `;
}
