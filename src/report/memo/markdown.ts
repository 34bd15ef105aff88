import { escapeMarkdown } from "../escape.js";
import { phraseMarkdown, type Text } from "../phrase.js";
import type { Block } from "./block.js";

/** `memo.md`: Markdown, its pictures by relative links; a comment behind each number says where it is from. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(write).join("\n\n")}\n`;
}

function write(block: Block): string {
  switch (block.kind) {
    case "title":
      return `# ${escapeMarkdown(block.text)}`;
    case "heading":
      return `## ${escapeMarkdown(block.text)}`;
    case "paragraph": {
      const mark = block.emphasis === "strong" ? "**" : block.emphasis === "italic" ? "*" : "";
      return `${mark}${phraseMarkdown(block.text)}${mark}`;
    }
    case "picture":
      return `![${escapeMarkdown(block.alt)}](figures/${block.id}.png)\n\n*${escapeMarkdown(block.title)}.*`;
    case "table":
      return table(block.header, block.rows);
    case "list":
      return block.items.map((item) => `- ${phraseMarkdown(item)}`).join("\n");
    case "code":
      return `    ${block.text}`;
  }
}

function table(header: readonly string[], rows: readonly (readonly Text[])[]): string {
  const line = (cells: readonly Text[]): string => `| ${cells.map(phraseMarkdown).join(" | ")} |`;
  const rule = `| ${header.map((_, k) => (k === 0 ? "---" : "--:")).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
