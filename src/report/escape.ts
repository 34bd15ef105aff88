/** Text that is markup already and is not escaped again. */
export interface Markup {
  readonly markup: string;
}

type Interpolated = string | number | Markup | readonly Markup[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML or SVG, in content and in quoted attributes; invisible characters show. */
export function escapeMarkup(text: string): string {
  return showInvisible(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Markup from a template: whatever is put in is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Interpolated[]): Markup {
  const filled = parts.map((part, k) => (k === 0 ? part : `${fill(values[k - 1])}${part}`));
  return { markup: filled.join("") };
}

/** Markup that this project made, such as a rendered chart. */
export function trusted(markup: string): Markup {
  return { markup };
}

function fill(value: Interpolated): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeMarkup(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(({ markup }) => markup).join("");
}

/** Escapes text for a line of Markdown, tables included; a unit stays with its number. */
export function escapeMarkdown(text: string): string {
  return showInvisible(text)
    .replace(/[^\S\u00a0]+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** A cell of a CSV file: numbers as they are, text quoted where needed and never a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const defused = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/.test(value)
    ? `'${value}`
    : value;
  return /[",\r\n\t']/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A CSV file, header first. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

/** Control, format and separator characters as visible escapes; line breaks stay. */
export function showInvisible(text: string): string {
  return text.replace(
    /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
