import { existsSync, readFileSync } from "node:fs";

const FILES = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt", "LICENSE-MIT.txt"];

/**
 * Licences go with what they are of: the texts of all packages among the inputs of a bundle.
 *
 * @param {readonly string[]} inputs files, as esbuild's metafile names them
 * @returns {string} empty where there is no package
 */
export function licencesOf(inputs) {
  const packages = inputs.flatMap((input) => {
    return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
  });
  const licences = [...new Set(packages)].sort().map((root) => {
    const file = FILES.map((name) => `${root}/${name}`).find((name) => existsSync(name));
    const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf8") : ""}`;
  });
  return licences.join(`\n${"-".repeat(80)}\n\n`);
}
