import { escapeMarkdown, html, type Markup } from "./escape.js";
import { unbroken } from "./unbroken.js";

/**
 * A number as it is printed, and where it comes from.
 *
 * `of` is a path into `summary.json`, such as `outputs.cost.percentiles.p50.value`; `1 - ` in front of
 * it takes the value from one.
 */
export interface Claim {
  readonly of: string;
  readonly text: string;
}

/** A sentence that knows where its numbers come from. */
export type Phrase = readonly (string | Claim)[];

/** Words, a number, or a sentence of both. */
export type Text = string | Claim | Phrase;

/** What may be put into a phrase; an undefined part is left out. */
type Part = Text | undefined;

/** A phrase from a template: `` say`costs ${claim("outputs.cost.mean.value", "$4.20")}` ``. */
export function say(texts: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  return texts.flatMap((text, k) => [text, ...flat(k < parts.length ? parts[k] : undefined)]);
}

/** A number for a phrase or for a cell. */
export function claim(of: string, text: string): Claim {
  return { of, text };
}

/** Sentences one after the other, undefined ones left out. */
export function sentences(phrases: readonly (Phrase | undefined)[]): Phrase {
  return phrases
    .filter((phrase) => phrase !== undefined)
    .flatMap((phrase, k) => (k === 0 ? phrase : [" ", ...phrase]));
}

/** The words alone: for titles, alternative texts and the terminal. */
export function plainText(phrase: Part): string {
  return flat(phrase)
    .map((part) => (typeof part === "string" ? part : part.text))
    .join("");
}

/** For a page: each claim carries its path in `data-claim`. */
export function phraseMarkup(phrase: Part): Markup {
  const parts = flat(phrase).map((part) =>
    typeof part === "string"
      ? html`${unbroken(part)}`
      : html`<span data-claim="${part.of}">${part.text}</span>`,
  );
  return html`${parts}`;
}

/** For Markdown: each claim is followed by a comment, which no reader of the rendered text sees. */
export function phraseMarkdown(phrase: Part): string {
  return flat(phrase)
    .map((part) =>
      typeof part === "string"
        ? escapeInline(part)
        : `${escapeInline(part.text)}<!-- {claim:${part.of}} -->`,
    )
    .join("");
}

function flat(part: Part): Phrase {
  if (part === undefined) return [];
  return typeof part === "string" || "of" in part ? [part] : part;
}

/** Spaces at the ends hold a phrase together and stay. */
function escapeInline(text: string): string {
  const [, before, middle, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  return `${before === "" ? "" : " "}${escapeMarkdown(middle!)}${after === "" ? "" : " "}`;
}
