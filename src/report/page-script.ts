import { readFileSync } from "node:fs";

/**
 * A script of `src/report/browser` as the build bundled it, for `page` to carry.
 *
 * @throws where `npm run build` has not been run
 */
export function pageScript(name: "index-table" | "sort-tables"): string {
  const file = new URL(`../../dist/report/browser/${name}.js`, import.meta.url);
  return readFileSync(file, "utf8").trim();
}
