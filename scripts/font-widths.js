// Writes src/report/render/advance-widths-data.ts: how far each character of Inter moves the pen, read by
// fontkit, which is too slow to load in every run. Run after a new version of the font: node scripts/font-widths.js
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openSync } from "fontkit";
import { format, resolveConfig } from "prettier";

const resolve = createRequire(import.meta.url).resolve;
const STYLES = { 400: "400Regular/Inter_400Regular", 600: "600SemiBold/Inter_600SemiBold" };
/** Characters that are one UTF-16 code unit, as widths are asked for. */
const UNITS = 0x10000;

function widthsOf(style) {
  const font = openSync(resolve(`@expo-google-fonts/inter/${style}.ttf`));
  const units = font.characterSet.filter((unit) => unit < UNITS).sort((a, b) => a - b);
  const runs = [];
  for (const [k, unit] of units.entries()) {
    const width = font.glyphForCodePoint(unit).advanceWidth;
    if (k > 0 && units[k - 1] === unit - 1) runs.at(-1).widths.push(width);
    else runs.push({ first: unit, widths: [width] });
  }
  return {
    unitsPerEm: font.unitsPerEm,
    missing: font.getGlyph(0).advanceWidth,
    runs: runs.map(({ first, widths }) => `${first}:${widths.join(",")}`).join(" "),
  };
}

const data = Object.fromEntries(
  Object.entries(STYLES).map(([weight, style]) => [weight, widthsOf(style)]),
);
const file = new URL("../src/report/render/advance-widths-data.ts", import.meta.url).pathname;
const text = `/** Of Inter by weight: runs of characters as \`first:width,width\`, widths in parts of an em. */
export const advanceWidthsData = ${JSON.stringify(data)} as const;
`;
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
