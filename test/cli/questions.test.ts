import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SweepRecord } from "../../src/report/sweep-record.js";
import type { SensitivityAnalysis } from "../../src/summary/sensitivity-analysis.js";
import type { SolveAnswer } from "../../src/cli/solve.js";
import { breakeven, temporaryFolder } from "./breakeven.js";

/** x - u, where u is uniform between 0 and 1: at or below 0 with probability 1 - x. */
const SCENARIO = `name: gap
title: Gap
inputs:
  x: { distribution: normal, mean: 0.4, sd: 0.1, label: Need }
  u: { distribution: uniform, min: 0, max: 1, label: Supply }
  start: 0
  share: 0.4
formulas:
  left: { formula: x - u + start, unit: "1", label: Gap }
  other: { formula: share * u, unit: "1" }
outputs: [left, other]
prices: { Even: 0, Double: { price: 0.2, output: other } }
run: { draws: 4096, seed: 3 }
`;

function folder(text = SCENARIO): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "a.yaml"), text);
  return cwd;
}

const ask = (...args: string[]) =>
  breakeven([args[0]!, "a.yaml", ...args.slice(1)], { cwd: folder() });

describe("breakeven sensitivity", () => {
  it("answers in a sentence, ranks with errors and writes nothing unasked", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await breakeven(["sensitivity", "a.yaml"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Gap: what drives Gap\nSupply decides: it alone carries \d+% of whether/,
    );
    expect(stdout).toMatch(
      /^Supply +\d+(\.\d)?% ± [0-9.]+ .*−0\.\d\d +0\.\d+ ± 0\.\d+ +−1\.00 +−0\.95 +0\.3 +−0\.5$/m,
    );
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  });

  it("prints one line of JSON and writes the whole of it with --out", async () => {
    const cwd = folder();
    const args = ["sensitivity", "a.yaml", "--json", "--draws", "1024", "--out", "found"];
    const { stdout } = await breakeven(args, { cwd });
    expect(stdout.trimEnd()).not.toContain("\n");
    const analysis = JSON.parse(stdout) as SensitivityAnalysis;
    expect(analysis).toMatchObject({ format: "breakeven/sensitivity/1", output: "left" });
    expect(analysis.run).toMatchObject({ draws: 1024, seed: "3" });
    expect(analysis.inputs[0]!.shares.decision).toHaveProperty("total.low");
    expect(readdirSync(join(cwd, "found")).sort()).toEqual(["sensitivity.csv", "sensitivity.json"]);
    expect(JSON.parse(readFileSync(join(cwd, "found/sensitivity.json"), "utf8"))).toEqual(analysis);
  });

  it("refuses an output that there is not, and more draws than fit", async () => {
    const wrong = await ask("sensitivity", "--output", "lefd");
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("did you mean left?");
    expect((await ask("sensitivity", "--draws", "1e9")).code).toBe(2);
  });

  it("ends with 3 where results are not finite", async () => {
    const cwd = folder(SCENARIO.replace("x - u + start", "log(x - u + start)"));
    const { code, stdout } = await breakeven(["sensitivity", "a.yaml"], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/Note: Gap has no finite value in [0-9,]+ of 16,384 draws/);
  });
});

describe("breakeven solve", () => {
  it("finds the need at which nine of ten futures are covered, and the chance of it", async () => {
    const { code, stdout } = await ask("solve", "--for", "x", "--price", "Even");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Need has to be at most 0\.1( |\.)/m);
    expect(stdout).toMatch(/the chance that it meets this is <1%/);
  });

  it("answers in JSON, for a fixed number of another output too", async () => {
    const args = ["--for", "share", "--price", "Double", "--probability", "0.5", "--json"];
    const answer = JSON.parse((await ask("solve", ...args)).stdout) as SolveAnswer;
    expect(answer).toMatchObject({ format: "breakeven/solve/1", output: "other", fixed: 0.4 });
    const { solution } = answer;
    // share * u is at or below 0.2 in half of futures where share is 0.4.
    expect(solution!.kind === "crosses" && solution!.crossings[0]!.value.value).toBeCloseTo(0.4, 2);
  });

  it("finds the price: the quantile of the output", async () => {
    const { stdout } = await ask("solve", "--for", "price", "--output", "other", "--json");
    const { price } = JSON.parse(stdout) as SolveAnswer;
    expect((price as { value: number }).value).toBeCloseTo(0.36, 3);
  });

  it("says that no value reaches it, and the best", async () => {
    const { code, stdout } = await ask("solve", "--for", "x", "--between", "0.5:0.8");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No value from 0\.5 to 0\.8 reaches it; the best is 0\.5 with 50%\./m);
  });

  it.each([
    [["--for", "xx"], /"xx" is no input of the scenario/],
    [["--for", "left"], /left is a formula/],
    [["--for", "share"], /left does not rest on share/],
    [["--for", "start"], /start is 0 now: say where to look/],
    [["--for", "x", "--probability", "1"], /--probability takes a number between 0 and 1/],
    [["--for", "x", "--price", "Evn"], /did you mean Even\?/],
    [["--for", "x", "--between", "2:1"], /--between takes two numbers, the smaller first/],
    [["--for", "price", "--price", "3"], /--for price finds the price/],
  ])("refuses %j", async (args, message) => {
    const { code, stdout, stderr } = await ask("solve", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});

describe("breakeven sweep", () => {
  it("moves the output by exactly what the input moves, and covers 1 - x of futures", async () => {
    const { code, stdout } = await ask("sweep", "--over", "x=0.1:0.9:5", "--json");
    expect(code).toBe(0);
    const record = JSON.parse(stdout) as SweepRecord;
    expect(record.axes[0]!.values).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
    for (const { at, p50, breakEven } of record.points) {
      expect(p50.value).toBeCloseTo(at[0]! - 0.5, 3);
      expect(breakEven[0]!.value).toBeCloseTo(1 - at[0]!, 3);
    }
  });

  it("prints a table along one input and a grid over two, a fixed number among them", async () => {
    const { stdout } = await ask("sweep", "--over", "x=0.1:0.9:3");
    expect(stdout).toMatch(/^Need +p5 +p50 +p95 +P\(<= Even\)$/m);
    expect(stdout).toMatch(/^0\.5 +−0\.45 .* 0\.45 +50%$/m);
    const grid = await ask("sweep", "--over", "x=0.1:0.9:3", "--over", "start=-0.1:0.1:2");
    expect(grid.stdout).toMatch(/^0\.5 +60% +40%$/m);
  });

  it("writes CSV, JSON and a picture with --out", async () => {
    const cwd = folder();
    const over = ["--over", "x=0.1:0.9:4", "--over", "start=0.1:10:3log"];
    await breakeven(["sweep", "a.yaml", ...over, "--out", "drawn"], { cwd });
    const files = ["csv", "json", "png", "svg", "vl.json"].map((end) => `sweep.${end}`);
    expect(readdirSync(join(cwd, "drawn")).sort()).toEqual(files);
    const rows = readFileSync(join(cwd, "drawn/sweep.csv"), "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(1 + 4 * 3);
    expect(rows[0]).toMatch(/^x,start,mean,mean_error,p5,p5_low/);
    expect(existsSync(join(cwd, "drawn/sweep.svg"))).toBe(true);
  });

  it.each([
    [["x"], /--over takes name=low:high:count/],
    [["x=0.2:0.9"], /a range is low:high:count/],
    [["x=0.9:0.2:3"], /the smaller first/],
    [["x=0.2:0.9:1"], /a whole number from 2 to 100/],
    [["x=0:1:3log"], /equal factors need a range above zero/],
    [["y=0:1:3"], /"y" is no input of the scenario/],
    [["x=0:1:3", "x=0:1:3"], /x is given twice/],
    [["x=0:1:3", "u=0:1:3", "start=0:1:3"], /once or twice/],
  ])("refuses --over %j", async (over, message) => {
    const { code, stdout, stderr } = await ask("sweep", ...over.flatMap((one) => ["--over", one]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
