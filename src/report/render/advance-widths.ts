import { advanceWidthsData } from "./advance-widths-data.js";
import type { Weight } from "./fonts.js";

/**
 * How far each character of Inter moves the pen, in ems. A text is as wide as its characters together,
 * but for kerning, which is up to four pixels of a label of ours.
 *
 * @returns the width of one UTF-16 code unit; that of the missing glyph where the font has none
 */
export function advanceWidths(weight: Weight): (unit: number) => number {
  const { unitsPerEm, missing, runs } = advanceWidthsData[weight];
  const widths = new Map<number, number>();
  for (const run of runs.split(" ")) {
    const [first, listed] = run.split(":") as [string, string];
    for (const [k, width] of listed.split(",").entries()) {
      widths.set(Number(first) + k, Number(width) / unitsPerEm);
    }
  }
  return (unit) => widths.get(unit) ?? missing / unitsPerEm;
}
