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

/**
 * Markup from a template: whatever is put in is escaped, unless it is markup itself. The template's
 * own indentation is left out, and so are end tags that HTML implies; what is put in keeps every space.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Interpolated[]): Markup {
  let markup = "";
  for (const [k, part] of closeSet(parts).entries()) {
    markup += k === 0 ? part : fill(values[k - 1]) + part;
  }
  return { markup };
}

/** Templates without their indentation, each worked out once. */
const known = new WeakMap<TemplateStringsArray, readonly string[]>();
/** Elements beside whose tags white space is not shown. */
const BLOCK =
  "!doctype|html|head|meta|title|style|body|main|header|nav|section|h[1-6]|p|div|figure|details|summary|table|caption|thead|tbody|tr|th|td|ul|ol|li|dl|dt|dd|pre|fieldset|legend";
/** End tags that HTML has pages leave out: what follows them in a template ends the element anyway. */
const IMPLIED = /<\/(?:td|th|tr|thead|tbody|li|dt|dd)>/g;
const AROUND_BLOCKS = new RegExp(`\\s+(?=</?(?:${BLOCK})\\b)|(</?(?:${BLOCK})\\b[^<>]*>)\\s+`, "g");

function closeSet(parts: TemplateStringsArray): readonly string[] {
  const set =
    known.get(parts) ??
    parts.map((part) =>
      part
        .replace(/\s*\n\s*/g, " ")
        .replace(AROUND_BLOCKS, "$1")
        .replace(IMPLIED, ""),
    );
  known.set(parts, set);
  return set;
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
function csvCell(value: string | number): string {
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
