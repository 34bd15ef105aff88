import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewerCorners, type Point } from "../../../src/report/render/fewer-corners.js";
import { hoistAttributes } from "../../../src/report/render/hoist-attributes.js";
import { joinMarks } from "../../../src/report/render/join-marks.js";
import { leanPath } from "../../../src/report/render/lean-path.js";
import { leanTag } from "../../../src/report/render/lean-tag.js";
import { unwrapGroups } from "../../../src/report/render/unwrap-groups.js";

describe("a tag of a chart in a page", () => {
  it("says nothing that holds anyway", () => {
    expect(
      leanTag(
        '<line transform="translate(0,0)" x2="0" y2="5" stroke="red" stroke-width="1" opacity="1"/>',
      ),
    ).toBe('<line y2="5" stroke="red"/>');
    expect(leanTag('<g class="mark-rule role-axis-tick" pointer-events="none">')).toBe(
      '<g class="mark-rule">',
    );
  });

  it("keeps what differs from it", () => {
    const tag = '<path d="M0,1h2v3Z" opacity="0.7" stroke-width="1.5" x1="0.5" fill="#1b2430"/>';
    expect(leanTag(tag)).toBe(tag);
    expect(leanTag("</g>")).toBe("</g>");
    expect(leanTag("<g>")).toBe("<g>");
  });

  it("is exact to a tenth of a pixel", () => {
    expect(leanTag('<path d="M13.323480295,-0.001h109.67v7.25Z" fill="none"/>')).toBe(
      '<path d="M13.3,0h109.7v7.3Z" fill="none"/>',
    );
    expect(leanTag('<rect x="0.04" width="7.26"/>')).toBe('<rect x="0" width="7.3"/>');
  });

  it("has discs and places of text said shortly", () => {
    const disc = "M9.9,0A9.9,9.9,0,1,1,-9.9,0A9.9,9.9,0,1,1,9.9,0";
    expect(leanTag(`<path transform="translate(39.34,-86.82)" d="${disc}" fill="red"/>`)).toBe(
      '<circle cx="39.3" cy="-86.8" r="9.9" fill="red"/>',
    );
    expect(leanTag('<text font-size="12px" transform="translate(1,-2.25)" fill="red">')).toBe(
      '<text x="1" y="-2.3" fill="red">',
    );
    const turned = '<text transform="translate(1,2) rotate(-90) translate(0,-3)">';
    expect(leanTag(turned)).toBe(turned);
  });
});

describe("a path of a chart in a page", () => {
  it("goes by steps from corner to corner", () => {
    expect(leanPath("M0,280L29.04,278.7L47.41,277.41L40,278Z")).toBe(
      "M0,280l29-1.3 18.4-1.3-7.4,.6Z",
    );
    expect(leanPath("M1,2L3,4M5,6L7,8Z")).toBe("M1,2l2,2M5,6l2,2Z");
  });

  it("adds up no error of rounding", () => {
    const count = 1000;
    const corners = Array.from({ length: count }, (_, k) => [k / 7, k / 13 + (k % 2)] as const);
    const path = leanPath(corners.map((one, k) => `${k ? "L" : "M"}${one.join(",")}`).join(""));
    const numbers = path.match(/-?[0-9]*\.?[0-9]+/g)!.map(Number);
    const sum = (from: number) => numbers.filter((_, k) => k % 2 === from).reduce((a, b) => a + b);
    expect(Math.abs(sum(0) - (count - 1) / 7)).toBeLessThan(0.051);
    expect(Math.abs(sum(1) - (count - 1) / 13 - 1)).toBeLessThan(0.051);
  });

  it("keeps curves, rounded", () => {
    expect(leanPath("M4.25,0L1,2A4.27,4.2,0,1,1,-4,0")).toBe("M4.3,0L1,2A4.3,4.2,0,1,1,-4,0");
  });
});

describe("a group that says nothing", () => {
  it("is taken out, with its end and no other", () => {
    expect(unwrapGroups('<g a="1"><g><g b="2"><path/></g><g/></g><text>x</text></g>')).toBe(
      '<g a="1"><g b="2"><path/></g><g/><text>x</text></g>',
    );
  });
});

describe("a group of marks", () => {
  it("says once what most of them say, and leaves where they are to them", () => {
    expect(
      hoistAttributes(
        '<g class="mark-text"><text fill="red" x="1" font-size="12px">a</text><text fill="blue" x="2" font-size="12px">b</text></g>',
      ),
    ).toBe(
      '<g class="mark-text" fill="red" font-size="12px"><text x="1">a</text><text fill="blue" x="2">b</text></g>',
    );
    expect(
      hoistAttributes(
        '<g class="mark-rect"><path fill="red" d="a"/><path d="b"/><path fill="red" d="c"/></g>',
      ),
    ).toBe(
      '<g class="mark-rect"><path fill="red" d="a"/><path d="b"/><path fill="red" d="c"/></g>',
    );
  });

  it("is left alone where it holds groups, and its text whatever it looks like", () => {
    const nested = '<g class="mark-group"><g><path fill="red" d="M0,0"/></g></g>';
    expect(hoistAttributes(nested)).toBe(nested);
    const text =
      '<g class="mark-text"><text x="1"> fill="red" </text><text x="2"> fill="red" </text></g>';
    expect(hoistAttributes(text)).toBe(text);
  });
});

describe("a line with fewer corners", () => {
  const coordinate = fc.double({ min: -800, max: 800, noNaN: true });
  const point = fc.tuple(coordinate, coordinate);

  it("keeps its ends, invents no corner and leaves none out that is further away than asked", () => {
    const line = fc.array(point, { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 300, noNaN: true }), (corners, reach) => {
        const kept = fewerCorners(corners, reach);
        expect([kept[0], kept.at(-1)]).toEqual([corners[0], corners.at(-1)]);
        let k = 0;
        for (const corner of corners) {
          if (corner === kept[k + 1]) k++;
          const drawn = awayFrom(corner, kept[k]!, kept[Math.min(k + 1, kept.length - 1)]!);
          expect(drawn).toBeLessThanOrEqual(reach + 1e-9);
        }
        expect(kept.every((corner) => corners.includes(corner as [number, number]))).toBe(true);
      }),
    );
  });

  it("is a straight line where nobody would see it bend", () => {
    const nearly = [...Array(100).keys()].map((k): Point => [k, 0.04 * Math.sin(k)]);
    expect(fewerCorners(nearly, 0.1)).toHaveLength(2);
    expect(leanPath("M0,0L0,7L0,9L0,20L5,20L8,20Z")).toBe("M0,0l0,20 8,0Z");
  });
});

describe("marks of one paint", () => {
  it("are one path where they are lines of one direction", () => {
    const lines = '<line transform="translate(64,-2.5)" y2="5"/><line y2="5"/>';
    expect(joinMarks(`<g class="mark-rule" stroke="red">${lines}</g>`)).toBe(
      '<g class="mark-rule" stroke="red"><path d="M64,-2.5v5M0,0v5"/></g>',
    );
    const flat = '<line x2="9"/><line transform="translate(0,4)" x2="9"/>';
    expect(joinMarks(`<g class="mark-rule">${flat}</g>`)).toContain('<path d="M0,0h9M0,4h9"/>');
  });

  it("stay apart where they could overlap or differ", () => {
    for (const kept of [
      '<g class="mark-rule"><line y2="5"/><line x2="5"/></g>',
      '<g class="mark-rule"><line x2="5" y2="5"/><line y2="5"/></g>',
      '<g class="mark-rule"><line y2="5" stroke="red"/><line y2="5"/></g>',
      '<path d="M0,0h1v1Z" fill="red"/><path d="M2,0h1v1Z"/>',
      '<path d="M0,0h1v1Z" transform="translate(1,1)"/><path d="M2,0h1v1Z"/>',
      '<path d="M0,0l1,1"/><path d="M2,0l1,1"/>',
    ]) {
      expect(joinMarks(kept)).toBe(kept);
    }
  });

  it("are one path where they are outlines", () => {
    expect(
      joinMarks('<path d="M0,0h1v1Z" opacity="0.7"/><path d="M2,0h1v1Z" opacity="0.7"/><text/>'),
    ).toBe('<path d="M0,0h1v1ZM2,0h1v1Z" opacity="0.7"/><text/>');
  });
});

/** From a point to the nearest of 1000 on the way between two others. */
function awayFrom([x, y]: Point, from: Point, to: Point): number {
  const steps = [...Array(1001).keys()].map((k) => k / 1000);
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const slack = Math.hypot(across, down) / 2000;
  const away = steps.map((t) => Math.hypot(x - from[0] - t * across, y - from[1] - t * down));
  return Math.min(...away) - slack;
}
