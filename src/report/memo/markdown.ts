import { escapeMarkdown } from "../escape.js";
import type { Block } from "./block.js";

/** `memo.md`: plain Markdown, without HTML, its pictures by relative links. */
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
      return `${mark}${escapeMarkdown(block.text)}${mark}`;
    }
    case "picture":
      return `![${escapeMarkdown(block.alt)}](figures/${block.id}.png)\n\n*${escapeMarkdown(block.title)}.*`;
    case "table":
      return table(block.header, block.rows);
    case "list":
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "code":
      return `    ${block.text}`;
  }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = `| ${header.map((_, k) => (k === 0 ? "---" : "--:")).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
