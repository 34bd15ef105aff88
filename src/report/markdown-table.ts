import { escapeMarkdown } from "./escape.js";

/** A table of Markdown; the first column to the left, the others to the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = `| ${header.map((_, k) => (k === 0 ? "---" : "--:")).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
