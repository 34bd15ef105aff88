// Bundles the command line into dist/cli, so that a run loads some forty files instead of six hundred: what
// the compiler wrote there works alike, and starts a quarter of a second later. What only reports
// need stays in its packages, for it is large and loaded beside the run.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path("../dist/cli/");

/** Small packages that every run loads; all others are left where they are. */
const BUNDLED = [
  ...["yargs", "yargs-parser", "y18n", "cliui", "string-width", "strip-ansi", "wrap-ansi"],
  ...[
    "ansi-regex",
    "ansi-styles",
    "emoji-regex",
    "get-east-asian-width",
    "escalade",
    "get-caller-file",
  ],
  ...["zod", "yaml", "@noble/hashes", "seedrandom", "simple-statistics"],
];

const others = {
  name: "others",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
      if (kind === "entry-point") return undefined;
      const [, packageName] = /^((?:@[^/]+\/)?[^/]+)/.exec(name);
      return BUNDLED.includes(packageName) ? undefined : { external: true };
    });
  },
};

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (file.startsWith("part-")) rmSync(folder + file);

// Parts lie beside the entries, for files are found by paths relative to them.
const { metafile } = await build({
  entryPoints: [
    { in: path("../src/cli/main.ts"), out: "main" },
    { in: path("../src/cli/report-worker.ts"), out: "report-worker" },
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
  plugins: [others],
  // Packages in the older format ask for modules of Node.
  banner: {
    js: 'import{createRequire as createRequireOfPart}from"node:module";const require=createRequireOfPart(import.meta.url);',
  },
});

/** Licences go with what they are of. */
const packages = Object.keys(metafile.inputs).flatMap((input) => {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
});
const licences = [...new Set(packages)].sort().map((root) => {
  const file = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt", "LICENSE-MIT.txt"]
    .map((name) => `${root}/${name}`)
    .find((name) => existsSync(name));
  const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf8") : ""}`;
});
writeFileSync(`${folder}LICENSES.txt`, licences.join(`\n${"-".repeat(80)}\n\n`));
