import { openSync } from "fontkit";
import { describe, expect, it } from "vitest";
import { advanceWidths } from "../../../src/report/render/advance-widths.js";
import { outlinePath } from "../../../src/report/render/fonts.js";

describe("the widths of a font's characters", () => {
  it.each([400, 600] as const)("are what fontkit reads: weight %i", (weight) => {
    const font = openSync(outlinePath(weight));
    if (!("glyphForCodePoint" in font)) throw new Error("a collection");
    const widthOf = advanceWidths(weight);
    for (let unit = 0; unit < 0x10000; unit++) {
      const { advanceWidth } = font.glyphForCodePoint(unit);
      expect(widthOf(unit), String.fromCharCode(unit)).toBe(advanceWidth / font.unitsPerEm);
    }
  });

  it("differ from those of set text by kerning alone, less than four pixels a label", () => {
    const font = openSync(outlinePath(400));
    if (!("layout" in font)) throw new Error("a collection");
    const widthOf = advanceWidths(400);
    for (const text of [
      "$9.86",
      "7.06",
      "57.5%",
      "Cost per million tokens, USD",
      "−0.5 to 1,000",
    ]) {
      const plain = [...text].reduce((sum, letter) => sum + widthOf(letter.charCodeAt(0)), 0);
      const set = font.layout(text).advanceWidth / font.unitsPerEm;
      expect(12 * Math.abs(plain - set), text).toBeLessThan(4);
    }
  });
});
