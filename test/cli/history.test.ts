import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appendHistory } from "../../src/cli/append-history.js";
import { parseHistory } from "../../src/report/index/history.js";
import type { IndexRow } from "../../src/report/index/index-row.js";
import type { RunLine } from "../../src/report/index/run-line.js";
import { fixtureLine } from "../report/index/run-lines.js";
import { breakeven, hashes, temporaryFolder } from "./breakeven.js";
import { SMALL } from "./small-scenario.js";

const SCENARIO = SMALL.replace("draws: 20000", "draws: 4000");

function linesOf(cwd: string): readonly RunLine[] {
  return parseHistory(readFileSync(join(cwd, "reports/history.jsonl"), "utf8")).lines;
}

function rowsOf(cwd: string): readonly IndexRow[] {
  const index = JSON.parse(readFileSync(join(cwd, "reports/index.json"), "utf8")) as {
    rows: IndexRow[];
  };
  return index.rows;
}

describe("the history of a folder of reports", () => {
  it("starts a new line below one that a crash tore, and loses neither", async () => {
    const file = join(temporaryFolder(), "deep", "history.jsonl");
    await appendHistory(file, fixtureLine());
    const whole = readFileSync(file);
    await appendHistory(file, fixtureLine());
    truncateSync(file, whole.length + 40);
    const torn = readFileSync(file, "utf8");
    await appendHistory(file, fixtureLine({ scenario: "b" }));
    const text = readFileSync(file, "utf8");
    expect(text.startsWith(`${torn}\n`)).toBe(true);
    const { lines, unreadable } = parseHistory(text);
    expect(lines.map(({ scenario }) => scenario)).toEqual(["a", "b"]);
    expect(unreadable).toBe(1);
  });

  it("has a line a run, from which the index says what changed; reports stay the same bytes", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "small.yaml"), SCENARIO);
    await breakeven(["run", "small.yaml"], { cwd });
    expect(rowsOf(cwd)[0]!.change).toBeUndefined();
    const before = hashes(join(cwd, "reports/small"));
    const line = readFileSync(join(cwd, "reports/history.jsonl"), "utf8");

    await breakeven(["run", "small.yaml"], { cwd });
    expect({ ...hashes(join(cwd, "reports/small")), "run.json": "" }).toEqual({
      ...before,
      "run.json": "",
    });
    expect(rowsOf(cwd)[0]!.change).toEqual({ kind: "repeated" });

    appendFileSync(join(cwd, "reports/history.jsonl"), line.slice(0, 100));
    await breakeven(["run", "small.yaml", "--set", "rent=6"], { cwd });
    const lines = linesOf(cwd);
    expect(lines).toHaveLength(3);
    const [excess, earlier] = [lines[2]!, lines[1]!].map((run) => run.excess!.probability.value);
    const { change, trend } = rowsOf(cwd)[0]!;
    expect(change).toMatchObject({ kind: "difference", clear: true, sameInputs: false });
    expect(change).toHaveProperty("difference.value", excess! - earlier!);
    expect(trend.map(({ value }) => value)).toEqual([earlier, earlier, excess]);
    const page = readFileSync(join(cwd, "reports/index.html"), "utf8");
    expect(page).toContain(`up ${Math.round((excess! - earlier!) * 100)} points`);
    expect(page).toContain("One line of history.jsonl is not to be read");
    expect(readFileSync(join(cwd, "reports/history.jsonl"), "utf8").startsWith(line)).toBe(true);
  });

  it("is of use without it: a folder of reports alone makes an index", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "small.yaml"), SCENARIO);
    await breakeven(["run", "small.yaml"], { cwd });
    writeFileSync(join(cwd, "reports/history.jsonl"), "");
    writeFileSync(join(cwd, "other.yaml"), SCENARIO.replace("name: small", "name: other"));
    const { code } = await breakeven(["run", "other.yaml"], { cwd });
    expect(code).toBe(0);
    expect(rowsOf(cwd).map(({ folder }) => folder)).toEqual(["other", "small"]);
  });
});
