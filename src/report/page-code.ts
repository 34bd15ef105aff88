import { readFileSync } from "node:fs";
import { type Markup, trusted } from "./escape.js";

/** A script of a page as the build leaves it. */
export interface PageCode {
  /** Unpacks and starts the script; runs as it stands. */
  readonly loader: string;
  /** The script, deflated, base64. */
  readonly code: string;
  /** Sources for a content security policy: both by their hashes. */
  readonly hashes: readonly string[];
}

/** Reads what `scripts/pack-script.js` has written; the same from the sources and from the build. */
export function readPageCode(name: "live" | "charts"): PageCode {
  const file = new URL(`../../dist/page-code/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as PageCode;
}

/**
 * The data of a script as `<name>-record`, the packed script as `<name>-code`, and its loader, which
 * runs by its hash: not a space may be added to it.
 */
export function packedScript(
  name: "live" | "charts",
  record: object,
  { code, loader }: Pick<PageCode, "code" | "loader">,
): Markup {
  return trusted(
    `<script type="application/json" id="${name}-record">${jsonBlock(record)}</script>` +
      `<script type="text/plain" id="${name}-code">${code}</script>` +
      `<script>${loader}</script>`,
  );
}

/** JSON inside a script element: no character of it can end the element or start a comment. */
function jsonBlock(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
