import { describe, expect, it } from "vitest";
import { levelLine } from "../../../src/report/figures/level-line.js";

describe("the line along which a grid passes a level", () => {
  const places = [0, 1, 2, 3];

  it("is the straight line of a plane, from edge to edge", () => {
    // x + y = 2.5 on a square of side 3: from (0, 2.5) to (2.5, 0).
    const pieces = levelLine(places, places, (row, column) => row + column, 2.5);
    for (const { x, y, x2, y2 } of pieces) {
      expect(x + y).toBeCloseTo(2.5, 12);
      expect(x2 + y2).toBeCloseTo(2.5, 12);
    }
    const length = pieces.reduce((sum, p) => sum + Math.hypot(p.x2 - p.x, p.y2 - p.y), 0);
    expect(length).toBeCloseTo(2.5 * Math.SQRT2, 12);
  });

  it("is nothing where no value passes it, or none is a number", () => {
    expect(levelLine(places, places, () => 1, 0.5)).toEqual([]);
    expect(levelLine(places, places, () => NaN, 0.5)).toEqual([]);
  });

  it("keeps apart what the middle of a saddle keeps apart", () => {
    const saddle = (high: number) => (row: number, column: number) => (row === column ? high : 0);
    const ends = (high: number) =>
      levelLine([0, 1], [0, 1], saddle(high), 0.5).map(({ x, y, x2, y2 }) => {
        // Around (0, 0) and (1, 1), or around the two other corners.
        const [middleX, middleY] = [(x + x2) / 2, (y + y2) / 2];
        return middleX < 0.5 === middleY < 0.5 ? "high corner" : "low corner";
      });
    expect(ends(0.9)).toEqual(["high corner", "high corner"]);
    expect(ends(1.5)).toEqual(["low corner", "low corner"]);
  });
});
