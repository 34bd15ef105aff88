import { describe, expect, it } from "vitest";
import { pageStyle } from "../../src/report/style.js";
import { accentFault } from "../../src/scenario/accent.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import type { Branding } from "../../src/scenario/scenario.js";
import { svgLogo } from "../../src/scenario/svg-logo.js";

const LOGO = '<svg viewBox="0 0 8 8"><path d="M0 0h8v8z" fill="#0b6fa4"></path></svg>';

const scenario = (branding: string): string =>
  `name: a\nbranding:\n${branding}\ninputs: { x: 1 to 2 USD }\nformulas: { c: { formula: 2 * x, unit: USD } }\noutputs: [c]\n`;

function brandingOf(branding: string, files: Record<string, string> = {}): Branding | undefined {
  return parseScenario("a.yaml", scenario(branding), new Map(), (path) => ({
    text: files[path] ?? "",
  })).branding;
}

function problemsOf(branding: string, files: Record<string, string> = {}): string[] {
  try {
    brandingOf(branding, files);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    return error.problems.map((p) => `${p.line}:${p.column}: ${p.message}. ${p.fix}`);
  }
  return [];
}

describe("the branding of a scenario", () => {
  it("takes an accent and a logo, as text or from a file beside it", () => {
    expect(brandingOf(`  accent: "#0B6FA4"\n  logo: logo.svg`, { "logo.svg": LOGO })).toEqual({
      accent: "#0b6fa4",
      logo: LOGO,
    });
    expect(brandingOf(`  logo: '${LOGO}'`)).toEqual({ logo: LOGO });
  });

  it("says where a logo goes wrong, in the scenario and in the logo", () => {
    const svg = '<svg viewBox="0 0 8 8">\n  <g>\n    <script>1</script></g></svg>';
    expect(problemsOf("  logo: brand/logo.svg", { "brand/logo.svg": svg })).toEqual([
      expect.stringMatching(
        /^3:9: brand\/logo\.svg, line 3, column 5: the element script is not taken/,
      ) as string,
    ]);
    expect(problemsOf(`  logo: '<svg viewBox="0 0 1 1" onload="x()"/>'`)).toEqual([
      expect.stringMatching(/^3:9: the logo, line 1, column 24: the attribute onload/) as string,
    ]);
    expect(problemsOf("  logo: ../logo.svg")).toEqual([
      expect.stringMatching(/leads out/) as string,
    ]);
  });

  it("wants an accent that is a colour and is seen on light and dark pages", () => {
    expect(problemsOf("  accent: red")).toEqual([expect.stringMatching(/six hex/) as string]);
    expect(problemsOf('  accent: "#ffee00"')).toEqual([
      expect.stringMatching(/^3:11: #ffee00 has a contrast of 1\.2 on light pages/) as string,
    ]);
    expect(problemsOf("  colour: 3")).toEqual([expect.stringMatching(/unknown key/) as string]);
  });
});

describe("an accent", () => {
  it.each(["#ffffff", "#000000", "#ffff00", "#00ff88", "#100020", "#ffc0cb"])(
    "%s is refused for one near it that is enough",
    (colour) => {
      const { contrast, better } = accentFault(colour)!;
      expect(contrast).toBeLessThan(3);
      expect(accentFault(better)).toBeUndefined();
    },
  );

  it("has the contrast that WCAG's formula gives it", () => {
    // By the formula #949494 is the lightest grey with 3.0 on white: 3.03.
    expect(accentFault("#949494")).toBeUndefined();
    expect(accentFault("#969696")!.contrast).toBeCloseTo(2.96, 2);
  });

  it("is measured on the pages that there are", () => {
    expect(pageStyle({ theme: "dark" })).toContain("--paper:#12171e");
    expect(pageStyle({ theme: "light" })).toContain("--paper:#ffffff");
  });
});

describe("a logo", () => {
  it("is written anew from shapes and paint, without what editors add", () => {
    const drawn = svgLogo(
      `<?xml version="1.0"?>\n<!-- <script> -->\n<svg xmlns="http://www.w3.org/2000/svg" id="a" width="8" height='8' viewBox='0 0 8 8'>
  <title>Us &amp; them</title><g transform="rotate(3 1,2)" stroke = "currentColor"><circle r="2"/></g>
</svg>\n`,
    );
    expect(drawn).toEqual({
      svg: '<svg viewBox="0 0 8 8"><g transform="rotate(3 1,2)" stroke="currentColor"><circle r="2"></circle></g></svg>',
    });
    expect(svgLogo((drawn as { svg: string }).svg)).toEqual(drawn);
  });

  it.each([
    ["script", '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>'],
    ["script of another space", '<svg viewBox="0 0 1 1"><svg:script>1</svg:script></svg>'],
    ["foreignObject", '<svg viewBox="0 0 1 1"><foreignObject><p>x</p></foreignObject></svg>'],
    ["an event", '<svg viewBox="0 0 1 1" onload="alert(1)"></svg>'],
    ["an event without quotes", '<svg viewBox="0 0 1 1" onload=alert(1)></svg>'],
    ["a link", '<svg viewBox="0 0 1 1"><a href="https://x.example"><path d="M0 0"/></a></svg>'],
    ["use", '<svg viewBox="0 0 1 1"><use href="data:image/svg+xml,x#x"/></svg>'],
    ["xlink", '<svg viewBox="0 0 1 1"><path xlink:href="#x"/></svg>'],
    ["image", '<svg viewBox="0 0 1 1"><image href="https://x.example/a.png"/></svg>'],
    ["style", '<svg viewBox="0 0 1 1"><style>*{fill:url(//x)}</style></svg>'],
    ["a style attribute", '<svg viewBox="0 0 1 1"><path style="fill:url(//x)"/></svg>'],
    ["a url", '<svg viewBox="0 0 1 1"><path fill="url(#x)"/></svg>'],
    ["a spaced URL", '<svg viewBox="0 0 1 1"><path fill="URL ( #x)"/></svg>'],
    ["an escaped url", '<svg viewBox="0 0 1 1"><path fill="&#117;rl(#x)"/></svg>'],
    ["a CSS escape", '<svg viewBox="0 0 1 1"><path fill="\\75rl(#x)"/></svg>'],
    ["animation", '<svg viewBox="0 0 1 1"><set attributeName="onclick" to="x"/></svg>'],
    ["a DOCTYPE", '<!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 1 1"></svg>'],
    ["CDATA", '<svg viewBox="0 0 1 1"><![CDATA[<script>]]></svg>'],
    ["text", '<svg viewBox="0 0 1 1">hello</svg>'],
    ["a second root", '<svg viewBox="0 0 1 1"></svg><path d="M0 0"/>'],
    ["HTML behind it", '<svg viewBox="0 0 1 1"></svg><img src=x onerror=alert(1)>'],
    ["an open element", '<svg viewBox="0 0 1 1"><g>'],
    ["crossed elements", '<svg viewBox="0 0 1 1"><g></svg></g>'],
    ["no viewBox", '<svg width="3" height="3"></svg>'],
    ["an inner svg", '<svg viewBox="0 0 1 1"><svg viewBox="0 0 1 1"></svg></svg>'],
    ["another root", '<path d="M0 0"/>'],
    ["nothing", " <!-- --> "],
    ["a title that hides", '<svg viewBox="0 0 1 1"><title><script>alert(1)</title2></svg>'],
    ["too much", `<svg viewBox="0 0 1 1"><path d="${"M0 0".repeat(10_000)}"/></svg>`],
  ])("is refused for %s", (_, text) => {
    expect(svgLogo(text)).toMatchObject({
      message: expect.any(String) as string,
      fix: expect.stringMatching(/\w/) as string,
    });
  });

  it("is read in linear time, however it is broken", () => {
    const started = performance.now();
    for (const text of [
      "<svg " + "a ".repeat(16_000),
      "<svg" + ' d="x"'.repeat(5400),
      "<!--".repeat(8000),
    ]) {
      svgLogo(text);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
