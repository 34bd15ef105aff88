import { describe, expect, it } from "vitest";
import { hoistAttributes } from "../../../src/report/render/hoist-attributes.js";
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
    const corners = Array.from({ length: count }, (_, k) => [k / 7, k / 13] as const);
    const path = leanPath(corners.map((one, k) => `${k ? "L" : "M"}${one.join(",")}`).join(""));
    const numbers = path.match(/-?[0-9]*\.?[0-9]+/g)!.map(Number);
    const sum = (from: number) => numbers.filter((_, k) => k % 2 === from).reduce((a, b) => a + b);
    expect(Math.abs(sum(0) - (count - 1) / 7)).toBeLessThan(0.051);
    expect(Math.abs(sum(1) - (count - 1) / 13)).toBeLessThan(0.051);
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
