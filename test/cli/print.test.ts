import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breakeven, hashes, temporaryFolder } from "./breakeven.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Where there is no browser these tests are left out; continuous integration installs one. */
const withBrowser = process.env["CI"] || existsSync(CHROMIUM) ? describe : describe.skip;

const SCENARIO = `name: small
title: </script><img src=x onerror=alert(1)>
inputs:
  rent: { distribution: lognormal, p5: 1.5, p95: 4, unit: USD/GPU/h, source: '=HYPERLINK("http://x","y")' }
  speed: "200 to 900 token/s/GPU"
formulas:
  cost: { formula: rent / speed, unit: USD/Mtoken, label: Cost per million tokens }
outputs: [cost]
prices: { Ours: { price: 1.5, unit: USD/Mtoken } }
run: { draws: 2000 }
`;

function scenarioFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "small.yaml"), SCENARIO);
  return folder;
}

const reportOf = (cwd: string): string => join(cwd, "reports/small");

withBrowser("breakeven run --pdf", () => {
  const env = { CHROMIUM };

  it("prints report and memo: tagged, titled, with an outline, on the paper asked for", async () => {
    for (const [paper, box] of [
      ["A4", "594.95996 841.91998"],
      ["letter", "612 792"],
    ] as const) {
      const cwd = scenarioFolder();
      const args = ["run", "small.yaml", "--pdf", "--paper", paper];
      expect(await breakeven(args, { cwd, env })).toMatchObject({ code: 0, stderr: "" });
      for (const name of ["report.pdf", "memo.pdf"]) {
        const pdf = readFileSync(join(reportOf(cwd), name), "latin1");
        expect(pdf.slice(0, 5)).toBe("%PDF-");
        for (const part of [
          "/StructTreeRoot",
          "/Marked true",
          "/Outlines",
          "/Title",
          "/Lang (en)",
        ]) {
          expect(pdf, `${name} ${part}`).toContain(part);
        }
        expect(pdf).toContain(`/MediaBox [0 0 ${box}]`);
        expect(pdf).not.toMatch(/\/JavaScript|\/Launch|\/CreationDate \(D:20/);
      }
    }
  });

  it("leaves no profile behind and prints the same bytes again", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("breakeven-pdf-"));
    const [one, two] = [scenarioFolder(), scenarioFolder()];
    for (const cwd of [one, two]) {
      await breakeven(["run", "small.yaml", "--pdf", "--memo", "docx"], { cwd, env });
    }
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("breakeven-pdf-"))).toEqual(
      before,
    );
    const files = [one, two].map((cwd) => ({ ...hashes(reportOf(cwd)), "run.json": "" }));
    expect(Object.keys(files[0]!)).toEqual(expect.arrayContaining(["memo.docx", "report.pdf"]));
    expect(files[1]).toEqual(files[0]);
  });
});

describe("breakeven run without a browser to print with", () => {
  it("says so in one line, and writes everything else", async () => {
    for (const env of [{ CHROMIUM: "", PATH: "/nowhere" }, { CHROMIUM: "/nowhere/chromium" }]) {
      const cwd = scenarioFolder();
      const { code, stderr } = await breakeven(["run", "small.yaml", "--pdf"], { cwd, env });
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /^--pdf: there is no Chromium, Chrome or Edge .*; no PDF is written.*\n$/,
      );
      const written = readdirSync(reportOf(cwd));
      expect(written).toContain("report.html");
      expect(written.filter((name) => name.endsWith(".pdf"))).toEqual([]);
    }
  });

  it("says so of a browser that prints nothing", async () => {
    const cwd = scenarioFolder();
    const env = { CHROMIUM: process.execPath };
    const { code, stderr } = await breakeven(["run", "small.yaml", "--pdf"], { cwd, env });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^small: --pdf: .* printed nothing \(exit code \d+\); no PDF is written\.\n$/,
    );
    expect(existsSync(join(reportOf(cwd), "summary.json"))).toBe(true);
  });
});

describe("breakeven run --interactive-charts", () => {
  it("brings Vega into the page where it is asked for, and nowhere else", async () => {
    const cwd = scenarioFolder();
    const page = async (...args: readonly string[]): Promise<string> => {
      expect(await breakeven(["run", "small.yaml", ...args], { cwd })).toMatchObject({ code: 0 });
      return readFileSync(join(reportOf(cwd), "report.html"), "utf8");
    };
    expect((await page()).includes("charts-record")).toBe(false);
    const live = await page("--interactive-charts");
    expect(live.match(/<script type="application\/json" id="charts-record">/g)).toHaveLength(1);
    expect(/breakeven run small\.yaml [^<]* --interactive-charts/.test(live)).toBe(true);
  });
});

describe("breakeven run --memo docx, --theme", () => {
  it("writes the memo for Word, and the page in the theme asked for", async () => {
    const cwd = scenarioFolder();
    const args = ["run", "small.yaml", "--memo", "docx", "--theme", "dark"];
    expect((await breakeven(args, { cwd })).code).toBe(0);
    const docx = readFileSync(join(reportOf(cwd), "memo.docx"), "latin1");
    expect(docx.slice(0, 2)).toBe("PK");
    const memo = readFileSync(join(reportOf(cwd), "memo.md"), "utf8");
    expect(memo).toContain("# \\</script\\>\\<img src=x onerror=alert(1)\\>");
    expect(memo).toMatch(/^ {4}breakeven run small\.yaml .* --theme dark$/m);
    const page = readFileSync(join(reportOf(cwd), "report.html"), "utf8");
    expect(page).not.toContain("prefers-color-scheme");
    expect(page).not.toContain("<img");
  });

  it.each([
    [["--json", "--pdf"], /--pdf writes a file: with --json it needs --out/],
    [["--json", "--memo", "docx"], /--memo writes a file/],
    [["--paper", "letter"], /--paper is of --pdf/],
    [["--paper", "a3", "--pdf"], /Choices: "A4", "letter"/],
    [["--theme", "dark", "--theme", "light"], /--theme is given more than once/],
  ])("refuses %j", async (args, says) => {
    const { code, stderr } = await breakeven(["run", "small.yaml", ...args], {
      cwd: scenarioFolder(),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });
});
