// Bundles the scripts that report pages carry, from src/report/browser to dist/report/browser.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** What `pageScript` can be asked for. */
const SCRIPTS = ["index-table", "sort-tables"];

await build({
  entryPoints: SCRIPTS.map((name) => path(`../src/report/browser/${name}.ts`)),
  outdir: path("../dist/report/browser"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
});
