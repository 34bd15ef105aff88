import { describe, expect, it } from "vitest";
import { hoistAttributes } from "../../../src/report/render/hoist-attributes.js";
import { leanTag } from "../../../src/report/render/lean-tag.js";

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
    const tag = '<path d="M0,1L2,3Z" opacity="0.7" stroke-width="1.5" x1="0.5" fill="#1b2430"/>';
    expect(leanTag(tag)).toBe(tag);
    expect(leanTag("</g>")).toBe("</g>");
    expect(leanTag("<g>")).toBe("<g>");
  });

  it("is exact to a hundredth of a pixel", () => {
    expect(leanTag('<path d="M13.323480295,-0.001L122.998,7.25" fill="none"/>')).toBe(
      '<path d="M13.32,0L123,7.25" fill="none"/>',
    );
  });
});

describe("a group of marks", () => {
  it("says once what all of them say, and leaves where they are to them", () => {
    expect(
      hoistAttributes(
        '<g class="mark-text"><text fill="red" x="1" font-size="12px">a</text><text fill="blue" x="2" font-size="12px">b</text></g>',
      ),
    ).toBe(
      '<g class="mark-text" font-size="12px"><text fill="red" x="1">a</text><text fill="blue" x="2">b</text></g>',
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
