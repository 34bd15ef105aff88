import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { IndexRow } from "../../src/report/index/index-row.js";
import type { Summary } from "../../src/summary/summary.js";
import { claimsOfHtml, claimsOfMarkdown, fault } from "../report/claims.js";
import { breakeven, hashes, type Outcome, temporaryFolder } from "./breakeven.js";
import { SMALL } from "./small-scenario.js";

const BEFORE = SMALL.replace("draws: 20000", "draws: 4000");
const NOW = BEFORE.replace("p5: 1.5", "p5: 2");

/** A folder in which `small.yaml` was run. */
let ran: string;
beforeAll(async () => {
  ran = temporaryFolder();
  writeFileSync(join(ran, "small.yaml"), BEFORE);
  await breakeven(["run", "small.yaml"], { cwd: ran });
});

/** A copy of it, whose scenario has changed since. */
function afterOneRun(now = NOW): string {
  const cwd = temporaryFolder();
  cpSync(ran, cwd, { recursive: true });
  writeFileSync(join(cwd, "small.yaml"), now);
  return cwd;
}

function read(cwd: string, file: string): string {
  return readFileSync(join(cwd, "reports/small", file), "utf8");
}

function summaryOf(cwd: string): Summary {
  return JSON.parse(read(cwd, "summary.json")) as Summary;
}

function runSince(cwd: string, since: string, ...more: readonly string[]): Promise<Outcome> {
  return breakeven(["run", "small.yaml", "--since", since, ...more], { cwd });
}

describe("run --since last", () => {
  it("says what changed against the report it replaces, and why; the next run leaves none of it", async () => {
    const cwd = afterOneRun();
    const name = /small, run ([0-9a-f]{12})/.exec(read(cwd, "report.html"))![1]!;
    const earlier = summaryOf(cwd);
    const { code, stdout } = await runSince(cwd, "last");
    expect(code).toBe(0);

    const summary = summaryOf(cwd);
    const { figures, run, page } = summary.since!;
    expect(run).toMatchObject({ id: name, scenario: "small", draws: 4000, seed: "3" });
    expect(figures.median!.before).toEqual(earlier.outputs["cost"]!.percentiles["p50"]);
    expect(figures.median!.now).toEqual(summary.outputs["cost"]!.percentiles["p50"]);
    expect(figures.excess!.clear).toBe(true);

    const [html, memo] = [read(cwd, "report.html"), read(cwd, "memo.md")];
    const points = Math.round(figures.excess!.difference.value * 100);
    expect(html.replace(/<[^>]*>/g, "")).toContain(`by simulation errorup ${points} points`);
    expect(memo).toContain(`Held against run ${name}, the chance of loss at Ours`);
    expect(stdout).toContain(`Held against run ${name}`);
    const printed = [...claimsOfHtml(html), ...claimsOfMarkdown(memo)];
    expect(printed.filter(({ of }) => of.startsWith("since.")).length).toBe(6 + 6 + 10);
    expect(printed.flatMap((one) => fault(summary, one) ?? [])).toEqual([]);

    expect(page).toEqual({ path: "since/comparison.html" });
    expect(html).toContain('href="since/comparison.html"');
    const comparison = read(cwd, "since/comparison.html");
    expect(comparison).toContain("small now costs");
    expect(comparison).toContain("rent explains 100% of the gap");
    expect(comparison).toContain(`small.yaml (run ${name})`);
    expect(comparison).toContain("--since last");
    const index = readFileSync(join(cwd, "reports/index.json"), "utf8");
    const [row] = (JSON.parse(index) as { rows: readonly IndexRow[] }).rows;
    expect(row!.comparison).toBe("since/comparison.html");
    expect(readFileSync(join(cwd, "reports/index.html"), "utf8")).toContain(
      'href="small/since/comparison.html"',
    );

    await breakeven(["run", "small.yaml"], { cwd });
    expect(existsSync(join(cwd, "reports/small/since"))).toBe(false);
    expect(summaryOf(cwd)).not.toHaveProperty("since");
  });

  it("is a run like any other where there is no earlier report", async () => {
    const cwd = afterOneRun(BEFORE);
    const { "run.json": record, ...files } = hashes(join(cwd, "reports/small"));
    expect(record).toBeDefined();
    rmSync(join(cwd, "reports"), { recursive: true });
    const { code, stderr } = await runSince(cwd, "last");
    expect(code).toBe(0);
    expect(stderr).toContain("small: --since last: no earlier report in reports/small");
    expect(hashes(join(cwd, "reports/small"))).toMatchObject(files);
  });

  it("says that nothing changed where nothing did", async () => {
    const cwd = afterOneRun(BEFORE);
    const { stderr } = await runSince(cwd, "last");
    expect(stderr).toContain("both runs have the same scenario, overrides and data files");
    const { figures, page } = summaryOf(cwd).since!;
    const differences = Object.values(figures).map(({ difference }) => difference.value);
    expect(differences).toEqual(Array(6).fill(0));
    expect(page).toHaveProperty("leftOut");
    expect(read(cwd, "report.html")).toContain("It has this run&#39;s name");
  });
});

describe("run --since with a path", () => {
  it("takes a report's folder, either of its files or the folder of all reports, with one result", async () => {
    const cwd = afterOneRun();
    const paths = ["small", "small/summary.json", "small/run.json", ""];
    const found = await Promise.all(
      paths.map(async (path) => {
        const { stdout } = await runSince(cwd, join("reports", path), "--json");
        return (JSON.parse(stdout) as Summary).since!;
      }),
    );
    expect(found[0]!.run.id).toMatch(/^[0-9a-f]{12}$/);
    for (const since of found) expect(since).toEqual(found[0]);
  });

  it("gives the same bytes again, on any number of threads", async () => {
    const cwd = afterOneRun();
    cpSync(join(cwd, "reports/small"), join(cwd, "old"), { recursive: true });
    await runSince(cwd, "old");
    const once = hashes(join(cwd, "reports/small"));
    expect(Object.keys(once)).toContain("since/figures/01-waterfall.png");
    await runSince(cwd, "old", "--workers", "2");
    expect({ ...hashes(join(cwd, "reports/small")), "run.json": once["run.json"] }).toEqual(once);
    expect(read(cwd, "report.html")).toContain("--since old</pre>");
  });

  it("knows less of a run whose run.json is missing or of another summary", async () => {
    const cwd = afterOneRun();
    const file = join(cwd, "reports/small/summary.json");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
    await runSince(cwd, "last");
    const { run, page } = summaryOf(cwd).since!;
    expect(run).toEqual({ scenario: "small", draws: 4000, seed: "3", method: "lhs" });
    expect(page).toEqual({ leftOut: "the earlier run left no record of its scenario" });
  });
});

describe("what --since cannot compare", () => {
  it("is refused before anything runs", async () => {
    const cwd = afterOneRun(NOW.replaceAll("cost", "price_of_it"));
    const before = hashes(join(cwd, "reports"));
    const { code, stderr } = await runSince(cwd, "last");
    expect(stderr).toContain("it leads with price_of_it; the earlier run of small has cost");
    expect(code).toBe(2);
    expect(hashes(join(cwd, "reports"))).toEqual(before);
  });

  it("is a summary that cannot be read, or last without a folder of reports", async () => {
    const cwd = afterOneRun();
    mkdirSync(join(cwd, "broken/summary.json"), { recursive: true });
    expect((await runSince(cwd, "broken")).code).toBe(4);
    const { code, stderr } = await runSince(cwd, "last", "--json");
    expect(stderr).toContain("with --json it needs --out");
    expect(code).toBe(2);
  });
});
