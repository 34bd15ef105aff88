import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { Summary } from "../../src/summary/summary.js";
import { breakeven, hashes, temporaryFolder } from "./breakeven.js";
import { SMALL } from "./small-scenario.js";

/** What a run of `small` leaves in `reports`. */
const LEFT = ["history.jsonl", "index.html", "index.json", "small"];

function scenarioFolder(text = SMALL): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "small.yaml"), text);
  return folder;
}

function summaryOf(folder: string): Summary {
  return JSON.parse(readFileSync(join(folder, "reports/small/summary.json"), "utf8")) as Summary;
}

describe("breakeven run", () => {
  it("writes every file of the contract and names the report", async () => {
    const cwd = scenarioFolder();
    const { code, stdout, stderr } = await breakeven(["run", "small.yaml"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("reports/small/report.html");
    expect(readdirSync(join(cwd, "reports")).sort()).toEqual(LEFT);
    expect(readdirSync(join(cwd, "reports/small")).sort()).toEqual([
      "cases.csv",
      "figures",
      "losses.csv",
      "memo.md",
      "percentiles.csv",
      "report.html",
      "run.json",
      "sensitivity.csv",
      "summary.json",
      "workbook.xlsx",
    ]);
    const figures = readdirSync(join(cwd, "reports/small/figures"));
    for (const ending of ["vl.json", "svg", "png", "csv"]) {
      expect(figures).toContain(`01-outcomes.${ending}`);
    }
  });

  it("prints in its headline, page and memo what summary.json holds, to the digit", async () => {
    const cwd = scenarioFolder();
    const { stdout } = await breakeven(["run", "small.yaml"], { cwd });
    const { breakEven, outputs } = summaryOf(cwd);
    const loss = `${Math.round((1 - breakEven[0]!.probability.value) * 100)}% of simulated futures lose money`;
    const median = `$${outputs["cost"]!.percentiles["p50"]!.value.toFixed(2)}/Mtoken`;
    const page = readFileSync(join(cwd, "reports/small/report.html"), "utf8");
    const memo = readFileSync(join(cwd, "reports/small/memo.md"), "utf8");
    for (const text of [stdout, page, memo]) {
      const words = text.replace(/<!--.*?-->|<\/?span[^>]*>/g, "");
      expect(words).toContain(loss);
      expect(words).toContain(median);
    }
  });

  it("writes the same bytes for 1, 2 and 7 workers and for none, but for the record of the run", async () => {
    const folders = await Promise.all(
      [[], ["--workers", "1"], ["--workers", "2"], ["--workers", "7"]].map(async (workers) => {
        const cwd = scenarioFolder();
        await breakeven(["run", "small.yaml", ...workers], { cwd });
        const files = Object.entries(hashes(join(cwd, "reports/small")));
        return files.filter(([path]) => path !== "run.json");
      }),
    );
    expect(folders[0]!.length).toBeGreaterThan(10);
    for (const files of folders) expect(files).toEqual(folders[0]);
  });

  it("takes draws, seed, method and inputs from the command line", async () => {
    const cwd = scenarioFolder();
    const options = ["--draws", "5_000", "--seed", "a b", "--method", "random", "--set", "rent=2"];
    expect((await breakeven(["run", "small.yaml", ...options], { cwd })).code).toBe(0);
    const { run, assumptions } = summaryOf(cwd);
    expect(run).toEqual({ draws: 5000, replicates: 1, seed: "a b", method: "random" });
    expect(assumptions.find(({ name }) => name === "rent")).toMatchObject({
      uncertain: false,
      p50: 2,
    });
  });

  it("takes conditions from the command line, and the command it prints holds them", async () => {
    const cwd = scenarioFolder(`${SMALL}given:\n  Dear: rent > 3 USD/GPU/h\n`);
    const asked = ["speed > 500 token/s/GPU", "(rent < 2 USD/GPU/h) * (speed > 500 token/s/GPU)"];
    const options = asked.flatMap((condition) => ["--given", condition]);
    expect((await breakeven(["run", "small.yaml", ...options], { cwd })).code).toBe(0);
    const { given, outputs } = summaryOf(cwd);
    expect(given!.map(({ name, formula }) => [name, formula])).toEqual([
      ["Dear", "rent > 3 USD/GPU/h"],
      ...asked.map((condition) => [condition, condition]),
    ]);
    expect(given![1]!.found!.p50.value).toBeLessThan(outputs["cost"]!.percentiles["p50"]!.value);
    const page = readFileSync(join(cwd, "reports/small/report.html"), "utf8");
    expect(page).toContain("“speed &gt; 500 token/s/GPU”");
    const record = JSON.parse(readFileSync(join(cwd, "reports/small/run.json"), "utf8")) as {
      given: string[];
    };
    expect(record.given).toEqual(asked);

    const memo = readFileSync(join(cwd, "reports/small/memo.md"), "utf8");
    const [, command] = /^ {4}(breakeven run .*)$/m.exec(memo)!;
    expect(command).toContain(` --given '${asked[0]}' --given '${asked[1]}'`);
    const words = [...command!.matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare!,
    );
    await breakeven([...words.slice(1), "--out", "again"], { cwd });
    expect(readFileSync(join(cwd, "again/small/memo.md"), "utf8")).toBe(memo);
  });

  it("writes every draw as CSV or Parquet, from which the summary follows", async () => {
    const cwd = scenarioFolder();
    await breakeven(["run", "small.yaml", "--samples", "csv", "--draws", "1000"], { cwd });
    const [header, ...rows] = readFileSync(join(cwd, "reports/small/samples.csv"), "utf8")
      .trim()
      .split("\n");
    expect(header).toBe("draw,rent,speed,cost");
    const { breakEven, outputs } = summaryOf(cwd);
    const costs = rows.map((row) => Number(row.split(",")[3]));
    expect(costs).toHaveLength(1000);
    expect(costs.filter((cost) => cost <= 1.5).length / 1000).toBe(breakEven[0]!.probability.value);
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / 1000;
    expect(mean / outputs["cost"]!.mean!.value).toBeCloseTo(1, 12);

    await breakeven(["run", "small.yaml", "--samples", "parquet", "--draws", "1000"], { cwd });
    const { buffer } = new Uint8Array(readFileSync(join(cwd, "reports/small/samples.parquet")));
    const read = await parquetReadObjects({ file: buffer });
    expect(read.map((row) => Number(row["cost"]))).toEqual(costs);
    expect(read[999]!["draw"]).toBe(999);
  });

  it("prints only JSON with --json and writes nothing", async () => {
    const cwd = scenarioFolder();
    const { code, stdout, stderr } = await breakeven(["run", "small.yaml", "--json"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect((JSON.parse(stdout) as Summary).format).toBe("breakeven/summary/1");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  it("prints a command that makes the same report again, overrides included", async () => {
    const cwd = scenarioFolder();
    const options = ["--seed", "a b", "--set", "rent=2", "--set", "speed=300 to 400 token/s/GPU"];
    await breakeven(["run", "small.yaml", ...options], { cwd });
    const before = hashes(join(cwd, "reports/small"));
    const memo = readFileSync(join(cwd, "reports/small/memo.md"), "utf8");
    const printed = /^ {4}breakeven (run .*)$/m.exec(memo)![1]!;
    const words = [...printed.matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare!,
    );
    expect(words).toContain("rent=2");
    await breakeven(words, { cwd });
    const after = hashes(join(cwd, "reports/small"));
    expect({ ...after, "run.json": "" }).toEqual({ ...before, "run.json": "" });
  });

  it("draws until it is as precise as asked, and says so in every place", async () => {
    const until = "until: { against: Ours, probability_error: 0.004 }";
    const cwd = scenarioFolder(SMALL.replace("draws: 20000", `draws: 1000, ${until}`));
    const options = ["--samples", "csv"];
    const { code, stdout, stderr } = await breakeven(["run", "small.yaml", ...options], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    const { run, breakEven } = summaryOf(cwd);
    const { value, low, high } = breakEven[0]!.probability;
    expect(run.precision).toMatchObject({
      planned: 1000,
      used: run.draws,
      asked: 0.004,
      met: true,
    });
    expect(run.precision!.reached).toBe(Math.max(high - value, value - low));
    expect(run.draws).toBeGreaterThan(2000);
    const folder = join(cwd, "reports/small");
    const [page, memo, samples] = ["report.html", "memo.md", "samples.csv"].map((name) =>
      readFileSync(join(folder, name), "utf8"),
    ) as [string, string, string];
    const said = `Draws were doubled from 1,000 to ${run.draws.toLocaleString("en-US")} for the share of futures at or below Ours`;
    for (const text of [stdout, page, memo]) expect(text).toContain(said);
    expect(samples.trim().split("\n")).toHaveLength(run.draws + 1);

    const last = run.draws - 1;
    const replayed = await breakeven(["explain", "small.yaml", "--draw", String(last)], { cwd });
    const [, rent] = /^rent +(\S+)/m.exec(replayed.stdout)!;
    const row = samples.trim().split("\n").at(-1)!.split(",");
    expect(row[0]).toBe(String(last));
    expect(Number(rent)).toBeCloseTo(Number(row[1]), 3);

    expect(memo).toContain("small.yaml --draws 1000 --seed 3");
    const before = hashes(folder);
    await breakeven(["run", "small.yaml", "--draws", "1000", ...options], { cwd });
    expect({ ...hashes(folder), "run.json": "" }).toEqual({ ...before, "run.json": "" });
  });

  it("warns where the ceiling of draws comes first", async () => {
    const until = "until: { output: cost, percentile: 50, relative_error: 1e-5, draws_max: 3000 }";
    const cwd = scenarioFolder(SMALL.replace("draws: 20000", `draws: 1000, ${until}`));
    const { code, stderr } = await breakeven(["run", "small.yaml"], { cwd });
    expect(code).toBe(0);
    const [, warning] = /^small: warning: (.*)\n$/.exec(stderr)!;
    expect(warning).toMatch(/less precise than asked.*the ceiling\.$/);
    expect(summaryOf(cwd).warnings).toContain(warning);
    expect(readFileSync(join(cwd, "reports/small/report.html"), "utf8")).toContain(warning);
  });

  it("is silent with --quiet and still writes", async () => {
    const cwd = scenarioFolder();
    const outcome = await breakeven(["run", "small.yaml", "--quiet"], { cwd });
    expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(existsSync(join(cwd, "reports/small/report.html"))).toBe(true);
  });

  it("runs a folder as a batch with one index", async () => {
    const cwd = scenarioFolder();
    writeFileSync(join(cwd, "other.yaml"), SMALL.replace("name: small", "name: other"));
    const { code, stdout } = await breakeven(["run", ".", "--out", "out"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("All reports: out/index.html");
    const index = readFileSync(join(cwd, "out/index.html"), "utf8");
    expect(index).toContain('href="other/report.html"');
    expect(index).toContain('href="small/report.html"');
  });

  it("exits with 3 where an expectation is missed, and still writes the report", async () => {
    const cwd = scenarioFolder(`${SMALL}expect: [{ against: Ours, probability: [0.99, 1] }]\n`);
    const { code, stderr } = await breakeven(["run", "small.yaml"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/expected Ours suffices with a probability/);
    expect(existsSync(join(cwd, "reports/small/report.html"))).toBe(true);
  });

  it("exits with 3 where results are not finite, unless the scenario accepts them", async () => {
    const holed = SMALL.replace(
      "rent / speed,",
      "rent / speed + log(rent / (1 USD/GPU/h) - 1) * 0 USD/token,",
    );
    const refused = await breakeven(["run", "small.yaml"], { cwd: scenarioFolder(holed) });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/has no finite value in \d+ draws/);
    const accepted = holed.replace("method: lhs", "method: lhs, allow_undefined: true");
    const cwd = scenarioFolder(accepted);
    expect((await breakeven(["run", "small.yaml"], { cwd })).code).toBe(0);
    const output = summaryOf(cwd).outputs["cost"]!;
    expect(output.undefined).toBeGreaterThan(0);
    expect(output.mean).toBeNull();
  });

  it("refuses to set what the scenario does not have", async () => {
    const cwd = scenarioFolder();
    const { code, stderr } = await breakeven(["run", "small.yaml", "--set", "sped=3"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--set sped: the scenario has nothing of that name. Did you mean speed/);
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  it("replaces an earlier report whole and leaves nothing beside it", async () => {
    const cwd = scenarioFolder();
    await breakeven(["run", "small.yaml"], { cwd });
    writeFileSync(join(cwd, "reports/small/stale.txt"), "old");
    await breakeven(["run", "small.yaml", "--seed", "4"], { cwd });
    expect(readdirSync(join(cwd, "reports")).sort()).toEqual(LEFT);
    expect(existsSync(join(cwd, "reports/small/stale.txt"))).toBe(false);
    expect(summaryOf(cwd).run.seed).toBe("4");
  });

  it("keeps the earlier report, and no half of a new one, when interrupted", async () => {
    const cwd = scenarioFolder();
    // A denominator that can be 0, of which the command warns when it is about to draw.
    const scenario =
      "name: small\ninputs: { x: { distribution: uniform, min: -1, max: 1 } }\nformulas: { y: 1 / x }\noutputs: [y]\n";
    writeFileSync(join(cwd, "small.yaml"), scenario);
    await breakeven(["run", "small.yaml"], { cwd });
    const before = hashes(cwd);
    const { code, stderr } = await breakeven(["run", "small.yaml", "--draws", "300000000"], {
      cwd,
      interrupt: /warning/,
    });
    expect(code).toBe(130);
    expect(stderr).toMatch(/Interrupted/);
    expect(hashes(cwd)).toEqual(before);
  });

  it("exits with 4 where the reports cannot be written", async () => {
    const cwd = scenarioFolder();
    writeFileSync(join(cwd, "taken"), "a file, not a folder");
    const { code, stderr } = await breakeven(["run", "small.yaml", "--out", "taken"], { cwd });
    expect(code).toBe(4);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
