// Bundles the live panel of a report: the panel with the simulation core, deflated, and the loader
// that unpacks it. Writes dist/live/page-code.json, which reports are composed with. Modules that a
// page has no use for are replaced by stand-ins: WebAssembly kernels, advice on wrong formulas, key
// derivation, and the whole table of direction numbers.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const panel = fileURLToPath(new URL("../src/live/panel/", import.meta.url));
const STAND_INS = {
  memory: "no-kernels.ts",
  "compiled-once": "no-kernels.ts",
  "formula-kernel": "no-kernels.ts",
  "threefry-kernel": "no-kernels.ts",
  "sobol-kernel": "no-kernels.ts",
  "lookup-kernel": "no-kernels.ts",
  "through-memory": "no-kernels.ts",
  "stratify-code": "no-instructions.ts",
  refusals: "no-advice.ts",
  "refuse-word": "no-advice.ts",
  misplaced: "no-advice.ts",
  "suggest-unit": "no-advice.ts",
  "nearest-name": "no-advice.ts",
  "stream-key": "recorded-key.ts",
  "joe-kuo-data": "recorded-directions.ts",
};

const standIns = {
  name: "stand-ins",
  setup({ onResolve }) {
    const names = Object.keys(STAND_INS).join("|");
    onResolve({ filter: new RegExp(`/(${names})\\.js$`) }, ({ path }) => ({
      path: panel + STAND_INS[/([^/]+)\.js$/.exec(path)[1]],
    }));
  },
};

async function bundle(entry) {
  const { outputFiles, metafile } = await build({
    entryPoints: [panel + entry],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    metafile: true,
    plugins: [standIns],
  });
  return { text: outputFiles[0].text.trim(), sources: Object.keys(metafile.inputs).sort() };
}

function hash(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

const [loader, { text, sources }] = [await bundle("loader.ts"), await bundle("panel.ts")];
const code = deflateRawSync(text, { level: 9 }).toString("base64");
const folder = new URL("../dist/live/", import.meta.url);
mkdirSync(folder, { recursive: true });
const written = { loader: loader.text, code, hashes: [hash(loader.text), hash(text)] };
writeFileSync(new URL("page-code.json", folder), `${JSON.stringify(written)}\n`);
writeFileSync(new URL("page-sources.json", folder), `${JSON.stringify(sources, null, 2)}\n`);
if (/<\/script/i.test(loader.text)) throw new Error("the loader would end its own script element");
