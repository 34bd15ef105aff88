import { describe, expect, it } from "vitest";
import { composeReport } from "../../src/report/compose-report.js";
import type { Provenance } from "../../src/report/provenance.js";
import type { Branding } from "../../src/scenario/scenario.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { fixtureSummary } from "./fixtures.js";

async function pageOf(branding?: Branding, theme?: Provenance["theme"]): Promise<string> {
  const summary = fixtureSummary({ author: 'A "B" <C>', ...(branding ? { branding } : {}) });
  const files = await composeReport(summary, { ...PROVENANCE, ...(theme ? { theme } : {}) });
  return String(files.find(({ path }) => path === "report.html")!.content);
}

describe("the look of a report", () => {
  it("has an accent and a logo where the scenario has them, and neither where not", async () => {
    const logo = '<svg viewBox="0 0 8 8"><path d="M0 0h8v8z"></path></svg>';
    const branded = await pageOf({ accent: "#0b6fa4", logo });
    expect(branded).toContain(":root{--accent:#0b6fa4}");
    expect(branded).toContain(
      `<div class="logo" role="img" aria-label="Logo of A &quot;B&quot; &lt;C&gt;">${logo}</div>`,
    );
    const plain = await pageOf();
    expect(plain).not.toMatch(/--accent:|class="logo"|class="bar"/);
  });

  it("refuses an accent or a logo that no scenario could have", async () => {
    await expect(pageOf({ accent: "red;}*{display:none" })).rejects.toThrow(RangeError);
    await expect(pageOf({ logo: '<svg viewBox="0 0 1 1" onload="x"/>' })).rejects.toThrow(
      RangeError,
    );
  });

  it("follows the reader's system, unless a theme is asked for; its command then says so", async () => {
    expect(await pageOf()).toContain("prefers-color-scheme:dark");
    expect(await pageOf(undefined, "auto")).toContain("prefers-color-scheme:dark");
    for (const theme of ["light", "dark"] as const) {
      const page = await pageOf(undefined, theme);
      expect(page).not.toContain("prefers-color-scheme");
      expect(page).toContain(`:root{color-scheme:${theme};`);
      expect(page).toMatch(new RegExp(`breakeven run a\\.yaml .* --theme ${theme}<`));
    }
  });

  it("is light on paper, whatever the theme, with the run at its foot", async () => {
    const page = await pageOf(undefined, "dark");
    const print = page.slice(page.indexOf("@media print"));
    expect(print).toContain(":root{color-scheme:light;--loss:#c44e00");
    expect(page).toMatch(/@bottom-left\{content:"fixture, run [0-9a-f]{12}"/);
  });
});
