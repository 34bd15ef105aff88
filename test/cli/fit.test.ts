import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ColumnFit } from "../../src/fit/fit-column.js";
import { breakeven, hashes, temporaryFolder } from "./breakeven.js";

const VALUES = [812, 655, 790, 1203, 940, 561, 733, 702, 1011, 848, 899.5, 620];

/** A folder with one table of twelve runs. */
function folder(cells: readonly (number | string)[] = VALUES): string {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "a.csv"),
    `run,tok_s,share\n${cells.map((v, k) => `r${k},${v},${(k + 1) / 20}\n`).join("")}`,
  );
  return cwd;
}

const ASK = ["fit", "a.csv", "--column", "tok_s"];

describe("breakeven fit", () => {
  it("prints the ranking and YAML that a scenario takes, and writes nothing", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await breakeven([...ASK, "--unit", "token/s"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^tok_s of a\.csv: 12 values from 561 to 1203, mean /);
    expect(stdout).toMatch(/^1 {2}\w+ +\w+ [0-9.]+ ± [0-9.]+/m);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(readdirSync(cwd)).toEqual(["a.csv"]);
    const yaml = stdout.slice(stdout.indexOf("inputs:\n"));
    writeFileSync(
      join(cwd, "b.yaml"),
      `name: b\n${yaml}formulas: { daily: { formula: tok_s * 86400 s, unit: Mtoken } }\noutputs: [daily]\n`,
    );
    expect((await breakeven(["validate", "b.yaml"], { cwd })).stdout).toBe("b.yaml: valid\n");
  });

  it("prints one line of JSON with --json, and with --out a picture beside nothing else", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "kept.txt"), "");
    const { code, stdout } = await breakeven([...ASK, "--json", "--out", "."], { cwd });
    expect(code).toBe(0);
    expect(stdout.trimEnd()).not.toContain("\n");
    const record = JSON.parse(stdout) as ColumnFit;
    expect(record).toMatchObject({ format: "breakeven/fit/1", column: "tok_s", unit: null });
    expect(record.values.count).toBe(12);
    expect(record.fits.length + record.excluded.length).toBe(10);
    const excesses = record.fits.map(({ bicExcess }) => bicExcess);
    expect(excesses).toEqual([...excesses].sort((a, b) => a - b));
    const files = ["a.csv", "fit-tok_s.csv", "fit-tok_s.png", "fit-tok_s.svg", "fit-tok_s.vl.json"];
    expect(readdirSync(cwd).sort()).toEqual([...files, "kept.txt"]);
    expect(readFileSync(join(cwd, "fit-tok_s.svg"), "utf8")).toMatch(/^<svg /);
    const before = hashes(cwd);
    await breakeven([...ASK, "--out", "."], { cwd });
    expect(hashes(cwd)).toEqual(before);
  });

  it("fits a beta between stated ends, negative ones too", async () => {
    const args = ["--min", "-100", "--max=2000", "--json"];
    const { stdout } = await breakeven([...ASK, ...args], { cwd: folder() });
    const beta = (JSON.parse(stdout) as ColumnFit).fits.find((fit) => fit.distribution === "beta");
    expect(beta!.parameters).toMatchObject({ min: -100, max: 2000 });
    expect(beta!.yaml).toMatch(/ min: -100\n {4}max: 2000\n/);
  });

  it.each([
    [
      "a column that is not there",
      VALUES,
      ["fit", "a.csv", "--column", "tok_sx"],
      /^a\.csv:1: there is no column "tok_sx"\. Did you mean "tok_s"\?\n1 problem; nothing was fitted\.\n$/,
    ],
    [
      "a file that is not there",
      VALUES,
      ["fit", "b.csv", "--column", "x"],
      /^b\.csv:1: there is no such file\. Check the path\n/,
    ],
    ["a folder", VALUES, ["fit", ".", "--column", "x"], /^\.:1: this is a folder\. /],
    [
      "cells that are no numbers",
      [...VALUES, "", "fast"],
      ASK,
      /^a\.csv:14: 1 of 14 cells of "tok_s" are blank or NaN \(line 14\)\. [^\n]*\na\.csv:15: "fast" is not a number[^\n]*\n2 problems; /,
    ],
    [
      "too few values",
      VALUES.slice(0, 7),
      ASK,
      /^a\.csv:8: "tok_s" has 7 values; a fit needs 8 or more/,
    ],
    ["constant values", Array<number>(9).fill(3), ASK, /all 9 values of "tok_s" are 3\. /],
    ["no column named", VALUES, ["fit", "a.csv"], /column/],
    [
      "one end of a beta",
      VALUES,
      [...ASK, "--min", "0"],
      /^--min and --max take two numbers, .*no --max/,
    ],
    [
      "ends out of order",
      VALUES,
      [...ASK, "--min", "2", "--max", "1"],
      /the smaller first; got --min 2 and --max 1/,
    ],
    ["ends that are no numbers", VALUES, [...ASK, "--min", "", "--max", "1"], /take two numbers/],
    [
      "a column named twice",
      VALUES,
      [...ASK, "--column", "share"],
      /--column is given more than once/,
    ],
  ])("%s: exit code 2 and a word on it", async (_, cells, args, says) => {
    const cwd = folder(cells);
    const { code, stdout, stderr } = await breakeven([...args, "--out", "pictures"], { cwd });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readdirSync(cwd)).toEqual(["a.csv"]);
  });

  it("refuses text that is not UTF-8", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.csv"), Buffer.from([0xff, 0xfe, 0x61, 0x00]));
    const { code, stderr } = await breakeven(ASK, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.csv:1: the file is not UTF-8 text\. /);
  });
});
