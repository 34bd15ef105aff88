// Bundles the command line into dist/cli, so that a run loads some forty files instead of six hundred: what
// the compiler wrote there works alike, and starts a quarter of a second later.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesOf } from "./licences.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path("../dist/cli/");

/** Packages that stay where they are: what is loaded seldom, and what has a part made by another compiler. */
const LEFT = ["@resvg/resvg-js", "cli-progress", "docx", "hyparquet-writer"];

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (file.startsWith("part-")) rmSync(folder + file);

// Parts lie beside the entries, for files are found by paths relative to them.
const { metafile } = await build({
  entryPoints: [
    { in: path("../src/cli/main.ts"), out: "main" },
    { in: path("../src/cli/report-worker.ts"), out: "report-worker" },
    { in: path("../src/cli/parts-worker.ts"), out: "parts-worker" },
    { in: path("../src/simulation/worker.ts"), out: "worker" },
  ],
  outdir: folder,
  chunkNames: "part-[hash]",
  bundle: true,
  splitting: true,
  metafile: true,
  // Names stay, so that a stack trace can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  format: "esm",
  platform: "node",
  target: "node20",
  charset: "utf8",
  logLevel: "warning",
  external: LEFT,
  // What yargs measures its help with takes every command 35 ms to make ready for emoji.
  alias: { "string-width": "fast-string-width" },
  // Packages in the older format ask for modules of Node.
  banner: {
    js: 'import{createRequire as createRequireOfPart}from"node:module";const require=createRequireOfPart(import.meta.url);',
  },
});

writeFileSync(`${folder}LICENSES.txt`, licencesOf(Object.keys(metafile.inputs)));
