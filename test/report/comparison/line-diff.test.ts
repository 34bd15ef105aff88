import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffLine, diffLines } from "../../../src/report/comparison/line-diff.js";

const text = fc
  .array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

function kept(lines: readonly DiffLine[], other: "removed" | "added"): string {
  return lines
    .filter(({ kind }) => kind === "same" || kind === other)
    .map((line) => `${line.text}\n`)
    .join("");
}

describe("the difference of two texts", () => {
  it("holds both of them, whatever they are", () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(kept(lines, "removed")).toBe(before);
        expect(kept(lines, "added")).toBe(after);
      }),
    ));

  it("takes out and puts in no more lines than the smallest difference", () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = diffLines(before, after).filter(({ kind }) => kind !== "same").length;
        expect(changed).toBe(leastChanges(before.split("\n"), after.split("\n")));
      }),
    ));

  it.skipIf(!existsSync("/usr/bin/diff"))("is as short as that of GNU diff --minimal", () => {
    const folder = mkdtempSync(join(tmpdir(), "breakeven-diff-"));
    const numbers = Array.from({ length: 300 }, (_, k) => String((k * k) % 17));
    const before = numbers.map((line) => `${line}\n`).join("");
    const after = numbers
      .filter((_, k) => k % 7 !== 3)
      .map((line, k) => (k % 11 === 5 ? `new ${line}\n` : `${line}\n`))
      .join("");
    const files = [before, after].map((content, k) => {
      const file = join(folder, String(k));
      writeFileSync(file, content);
      return file;
    });
    let found = "";
    try {
      execFileSync("/usr/bin/diff", ["--minimal", ...files]);
    } catch (error) {
      found = String((error as { stdout: Buffer }).stdout);
    }
    const theirs = found.split("\n").filter((line) => /^[<>] /.test(line)).length;
    const ours = diffLines(before, after).filter(({ kind }) => kind !== "same").length;
    expect(theirs).toBeGreaterThan(0);
    expect(ours).toBe(theirs);
  });

  it("exchanges the middle whole where a table of it would be too large", () => {
    const long = (word: string): string =>
      Array.from({ length: 3000 }, (_, k) => `${word} ${k}\n`).join("");
    const lines = diffLines(`x\n${long("a")}y\n`, `x\n${long("b")}y\n`);
    expect(lines.filter(({ kind }) => kind === "same").map((line) => line.text)).toEqual([
      "x",
      "y",
    ]);
  });
});

/** By trying every way, remembered: the definition itself. */
function leastChanges(a: readonly string[], b: readonly string[]): number {
  const known = new Map<string, number>();
  const least = (i: number, j: number): number => {
    if (i === a.length) return b.length - j;
    if (j === b.length) return a.length - i;
    const key = `${i} ${j}`;
    const found =
      known.get(key) ??
      Math.min(
        a[i] === b[j] ? least(i + 1, j + 1) : Infinity,
        least(i + 1, j) + 1,
        least(i, j + 1) + 1,
      );
    known.set(key, found);
    return found;
  };
  return least(0, 0);
}
