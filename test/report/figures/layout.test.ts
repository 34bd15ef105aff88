import fc from "fast-check";
import { openSync } from "fontkit";
import { describe, expect, it } from "vitest";
import { axisOver, position, valueAt } from "../../../src/report/figures/axis.js";
import { stackDots } from "../../../src/report/figures/dots.js";
import { fitLabel, textWidth } from "../../../src/report/figures/fit-label.js";
import { placeLabels } from "../../../src/report/figures/place-labels.js";
import { outlinePath } from "../../../src/report/render/fonts.js";

const amount = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

describe("an axis", () => {
  it("holds all its values, and places are the inverse of values", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 9 }), (values) => {
        const axis = axisOver(values);
        for (const value of values) {
          const at = position(axis, value);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
          expect(position(axis, valueAt(axis, at))).toBeCloseTo(at, 6);
        }
      }),
    );
  });

  it("is logarithmic above a ratio of thirty, and never where a value is not positive", () => {
    expect(axisOver([1, 29]).log).toBe(false);
    expect(axisOver([1, 31]).log).toBe(true);
    expect(axisOver([0, 31]).log).toBe(false);
    expect(axisOver([-1, 31]).log).toBe(false);
  });

  it("has ends that are numbers, even over every size there is", () => {
    for (const values of [
      [5e-324, 1],
      [1, 1e308],
      [5e-324, 1.7e308],
    ]) {
      const { low, high } = axisOver(values);
      expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
    }
  });

  it("stays on its side of zero, and has an extent even of one value", () => {
    expect(axisOver([0.1, 2]).low).toBeGreaterThanOrEqual(0);
    const { low, high } = axisOver([5, 5]);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
    expect(axisOver([NaN, Infinity])).toEqual({ log: false, low: 0, high: 1 });
  });
});

describe("dots in columns", () => {
  it("all stand, none over another, none across the edge, none too high", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 50, maxLength: 50 }), fc.nat(49), (values, at) => {
        const edge = values[at]!;
        const axis = axisOver(values);
        const { dots, pitch, levels } = stackDots(values, axis, { width: 800, pitch: 25, edge });
        expect(dots).toHaveLength(50);
        expect(levels * pitch).toBeLessThanOrEqual(260);
        const places = dots.map(({ x, level }) => {
          return `${Math.round((position(axis, x) * 800) / pitch + 1e4)} ${level}`;
        });
        expect(new Set(places).size).toBe(50);
        for (const { value, x } of dots) {
          // Values closer than a billionth of the axis share a place, whichever side they are on.
          if (Math.abs(position(axis, value) - position(axis, edge)) < 1e-9) continue;
          const centre = position(axis, x) - position(axis, edge);
          expect(Math.sign(centre)).toBe(value > edge ? 1 : -1);
        }
      }),
    );
  });
});

describe("the width of text", () => {
  const font = openSync(outlinePath(600));
  const real = (text: string): number =>
    "layout" in font ? (font.layout(text).advanceWidth / font.unitsPerEm) * 12 : NaN;

  it("is never below Inter's own, nor a fifth above it", () => {
    const letters = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((c) => String.fromCharCode(c)),
      minLength: 20,
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(textWidth(text)).toBeGreaterThan(real(text) * 0.98);
        expect(textWidth(text)).toBeLessThan(real(text) * 1.2);
      }),
    );
  });

  it("is kept by labels of any text, which show nothing invisible", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.nat(300), (text, pixels) => {
        const label = fitLabel(text, pixels + 20);
        expect(textWidth(label)).toBeLessThanOrEqual(pixels + 20);
        expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
    expect(fitLabel("short  and\nsweet", 300)).toBe("short and sweet");
    expect(fitLabel("a\u202eb", 300)).toBe("a\\u{202e}b");
  });
});

describe("labels beside a rising curve", () => {
  const size = { width: 700, height: 280 };
  const rising = fc.array(fc.tuple(fc.nat(700), fc.nat(280)), { maxLength: 25 }).map((points) => {
    const xs = points.map(([x]) => x).sort((a, b) => a - b);
    const ys = points.map(([, y]) => y).sort((a, b) => b - a);
    return xs.map((x, k) => ({ x, y: ys[k]!, text: `Price number ${k}`, side: "left" as const }));
  });

  it("keep off each other, off all points and inside the plot", () => {
    fc.assert(
      fc.property(rising, (marks) => {
        const boxes = placeLabels(marks, [], size).flatMap((place, k) => {
          if (!place) return [];
          const width = textWidth(marks[k]!.text);
          const left = place.side === "left" ? place.x - width : place.x;
          return [{ left, right: left + width, top: place.y - 6, bottom: place.y + 6 }];
        });
        for (const [k, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= size.width).toBe(true);
          expect(box.top >= 0 && box.bottom <= size.height).toBe(true);
          for (const { x, y } of marks) {
            expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
          }
          for (const other of boxes.slice(k + 1)) {
            const apart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it("stand beside a point of a curve that is nearly flat, not on the curve", () => {
    const flat = Array.from({ length: 70 }, (_, k) => {
      const y = 22 - k * 0.02;
      return { left: k * 10 - 1, right: k * 10 + 11, top: y - 1, bottom: y + 1 };
    });
    const [place] = placeLabels(
      [{ x: 600, y: 20.8, text: "Nearly always", side: "left" }],
      flat,
      size,
    );
    expect(place).toMatchObject({ side: "left", apart: false });
  });

  it("stand right beside a point that is alone", () => {
    const [place] = placeLabels([{ x: 350, y: 140, text: "Alone", side: "left" }], [], size);
    expect(place).toEqual({ side: "left", x: 341, y: 132, apart: false });
  });
});
