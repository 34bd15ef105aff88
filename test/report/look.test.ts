import { describe, expect, it } from "vitest";
import { composeReport } from "../../src/report/compose-report.js";
import { mastheadLine } from "../../src/report/masthead-line.js";
import type { Provenance } from "../../src/report/provenance.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Branding, Scenario } from "../../src/scenario/scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { pageOf } from "./page-of.js";
import { fixtureSummary } from "./fixtures.js";

function pageWith(branding?: Branding, theme?: Provenance["theme"]): Promise<string> {
  const summary = fixtureSummary({ author: 'A "B" <C>', ...(branding ? { branding } : {}) });
  return pageOf(summary, { ...PROVENANCE, ...(theme ? { theme } : {}) });
}

describe("the masthead", () => {
  const line = (more: Partial<Summary>): string =>
    mastheadLine(fixtureSummary(more), PROVENANCE).replace(/[0-9a-f]{12}$/, "#");

  it("says who and when, how final it is, and which run", () => {
    const [author, date] = ["A. Author", "2026-03-01"];
    expect(line({ author, date, status: "draft" })).toBe(
      "A. Author, 2026-03-01 · Draft · fixture, run #",
    );
    expect(line({ date, status: "final" })).toBe("2026-03-01 · Final · fixture, run #");
    expect(line({})).toBe("fixture, run #");
  });

  it("has the status that the scenario states, and refuses one that is neither", async () => {
    const scenario = (status: string): Scenario =>
      parseScenario(
        "a.yaml",
        `name: a\nstatus: ${status}\ninputs: { x: "1 to 2" }\noutputs: [x]\n`,
      );
    expect((await simulate(scenario("final"), inlineEvaluator)).status).toBe("final");
    expect(() => scenario("done")).toThrow(/draft/);
  });

  it("heads the report and the memo alike", async () => {
    const summary = fixtureSummary({ author: "A. Author", status: "draft" });
    const files = await composeReport(summary, PROVENANCE);
    for (const path of ["report.html", "memo.md"]) {
      const text = String(files.find((file) => file.path === path)!.content);
      const at = text.indexOf(mastheadLine(summary, PROVENANCE));
      expect(at).toBeGreaterThan(text.indexOf("A fixture"));
      expect(at).toBeLessThan(text.indexOf("Does $15"));
    }
  });
});

describe("the look of a report", () => {
  it("has an accent and a logo where the scenario has them, and neither where not", async () => {
    const logo = '<svg viewBox="0 0 8 8"><path d="M0 0h8v8z"></path></svg>';
    const branded = await pageWith({ accent: "#0b6fa4", logo });
    expect(branded).toContain(":root{--accent:#0b6fa4}");
    expect(branded).toContain(
      `<div class="logo" role="img" aria-label="Logo of A &quot;B&quot; &lt;C&gt;">${logo}</div>`,
    );
    const plain = await pageWith();
    expect(plain).not.toMatch(/--accent:|class="logo"|class="bar"/);
  });

  it("refuses an accent or a logo that no scenario could have", async () => {
    await expect(pageWith({ accent: "red;}*{display:none" })).rejects.toThrow(RangeError);
    await expect(pageWith({ logo: '<svg viewBox="0 0 1 1" onload="x"/>' })).rejects.toThrow(
      RangeError,
    );
  });

  it("follows the reader's system, unless a theme is asked for; its command then says so", async () => {
    expect(await pageWith()).toContain("prefers-color-scheme:dark");
    expect(await pageWith(undefined, "auto")).toContain("prefers-color-scheme:dark");
    for (const theme of ["light", "dark"] as const) {
      const page = await pageWith(undefined, theme);
      expect(page).not.toContain("prefers-color-scheme");
      expect(page).toContain(`:root{color-scheme:${theme};`);
      expect(page).toMatch(new RegExp(`breakeven run a\\.yaml .* --theme ${theme}<`));
    }
  });

  it("is light on paper, whatever the theme, with the run at its foot", async () => {
    const page = await pageWith(undefined, "dark");
    const print = page.slice(page.indexOf("@media print"));
    expect(print).toContain(":root{color-scheme:light;--loss:#c44e00");
    expect(page).toMatch(/@bottom-left\{content:"fixture, run [0-9a-f]{12}"/);
  });
});
