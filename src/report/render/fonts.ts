import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const resolve = createRequire(import.meta.url).resolve;

/** Inter's regular and semibold weights. */
export type Weight = 400 | 600;

/** The font's outlines (TrueType): what text widths and PNG files are made with. */
export function outlinePath(weight: Weight): string {
  const style = weight === 400 ? "400Regular/Inter_400Regular" : "600SemiBold/Inter_600SemiBold";
  return resolve(`@expo-google-fonts/inter/${style}.ttf`);
}

/** The font's Latin subset as a data URI (WOFF2): what pages carry. */
export function webFont(weight: Weight): string {
  const file = resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  return `data:font/woff2;base64,${readFileSync(file).toString("base64")}`;
}
