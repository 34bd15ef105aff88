import { describe, expect, it } from "vitest";
import { headerRow, numberCell, textCell } from "../../../src/report/workbook/cells.js";
import { withHeights } from "../../../src/report/workbook/row-heights.js";

const LINE = 15;

/** Height of a row with one text in a column for eleven letters; undefined where it is an ordinary one. */
function heightOf(text: string, widths = [10], columnSpan = 1): number | undefined {
  const cell = textCell(text, { wrap: true, columnSpan });
  return withHeights({ name: "a", widths, rows: [[cell]] })[0]![0]!.height;
}

describe("the rows of a sheet", () => {
  it("are as high as their wrapped texts, which break at spaces", () => {
    expect(heightOf("")).toBeUndefined();
    expect(heightOf("eleven char")).toBeUndefined();
    expect(heightOf("eleven chars")).toBe(2 * LINE);
    expect(heightOf("sixsix sixsix sixsix")).toBe(3 * LINE);
    expect(heightOf("one two one two one two")).toBe(2 * LINE);
    expect(heightOf("a text of 29 letters in width", [10, 20], 2)).toBeUndefined();
  });

  it("break words longer than a column", () => {
    expect(heightOf("x".repeat(11))).toBeUndefined();
    expect(heightOf("x".repeat(23))).toBe(3 * LINE);
    expect(heightOf(`a ${"x".repeat(23)} b`)).toBe(4 * LINE);
  });

  it("are never higher than Excel takes them, and higher for larger type", () => {
    expect(heightOf("word ".repeat(6000))).toBe(409);
    const [title] = withHeights({
      name: "a",
      widths: [10],
      rows: [[textCell("Title", { fontSize: 14 })]],
    });
    expect(title![0]!.height).toBe(20);
  });

  it("have titles on that side of their columns where the numbers are", () => {
    const rows = [
      [textCell("a"), null],
      [textCell("b"), numberCell(1)],
    ];
    expect(headerRow(["Name", "Value"], rows).map((cell) => cell!.align)).toEqual([
      undefined,
      "right",
    ]);
  });
});
