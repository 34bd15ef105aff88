import type { Text } from "../phrase.js";

/** One part of a memo, as plain data: what is said, not how any format writes it. */
export type Block =
  | { readonly kind: "title" | "heading"; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly text: Text;
      readonly emphasis?: "strong" | "italic";
    }
  | {
      readonly kind: "picture";
      /** Of the figure; also the name of its file. */
      readonly id: string;
      readonly title: string;
      readonly alt: string;
    }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      /** As many cells as the header has; all but the first are numbers. */
      readonly rows: readonly (readonly Text[])[];
    }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | { readonly kind: "code"; readonly text: string };
