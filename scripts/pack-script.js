// Bundles a script that pages carry: deflated, with the loader that unpacks it and the hashes that let
// both run. Writes dist/page-code/<name>.json, which reports are composed with.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { licencesOf } from "./licences.js";

const LOADER = fileURLToPath(new URL("../src/report/browser/loader.ts", import.meta.url));

/**
 * Also writes dist/page-code/<name>-sources.json, the files that the script is made of; it begins with the licences
 * of packages among them.
 *
 * @param {string} name
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<void>}
 */
export async function packScript(name, entry, options = {}) {
  const loader = await bundle(LOADER, { define: { CODE_ID: JSON.stringify(`${name}-code`) } });
  const { text, sources } = await bundle(entry, options);
  const code = deflateRawSync(text, { level: 9 }).toString("base64");
  const written = { loader: loader.text, code, hashes: [hash(loader.text), hash(text)] };
  const folder = new URL("../dist/page-code/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(written)}\n`);
  writeFileSync(new URL(`${name}-sources.json`, folder), `${JSON.stringify(sources, null, 2)}\n`);
  if (/<\/script/i.test(loader.text)) {
    throw new Error("the loader would end its own script element");
  }
}

async function bundle(entry, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    metafile: true,
    ...options,
  });
  const sources = Object.keys(metafile.inputs).sort();
  const licences = licencesOf(sources);
  const notice = licences === "" ? "" : `/*\n${licences.replaceAll("*/", "")}*/\n`;
  return { text: notice + outputFiles[0].text.trim(), sources };
}

function hash(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
