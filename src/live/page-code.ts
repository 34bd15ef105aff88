import { readFileSync } from "node:fs";

/** The scripts of a page as the build leaves them. */
export interface PageCode {
  /** Unpacks and starts the panel; runs as it stands. */
  readonly loader: string;
  /** The panel and the simulation core, deflated, base64. */
  readonly code: string;
  /** Sources for a content security policy: both scripts by their hashes. */
  readonly hashes: readonly string[];
}

/** Reads what scripts/bundle-panel.js has written; the same from the sources and from the build. */
export function readPageCode(): PageCode {
  const file = new URL("../../dist/live/page-code.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as PageCode;
}
