import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/comparison/comparison.js";
import { breakeven, temporaryFolder } from "./breakeven.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MOE = "scenarios/essays/essay-001-h100-moe.yaml";
const KIMI = "scenarios/essays/essay-000-kimi-k2-h200.yaml";

const small = (name: string, rent: string, price = 2): string => `name: ${name}
inputs:
  rent: ${rent}
  speed: 3
formulas: { cost: rent / speed }
outputs: [cost]
prices: { Ours: { price: ${price} } }
run: { draws: 4096, seed: 5 }
`;

describe("breakeven compare", () => {
  it("answers with what explains the difference, as README shows", async () => {
    const { code, stdout, stderr } = await breakeven(["compare", MOE, KIMI], { cwd: ROOT });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^essay-000-kimi-k2-h200 costs 669 times essay-001-h100-moe: throughput of a GPU explains 85% of the gap, training 11%/,
    );
    expect(stdout).toMatch(/^Cost of a GPU-hour .* × 0\.6 +−7\.9%$/m);
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const shown = /breakeven compare[^\n]*essay-000[^\n]*\n```\n+```\n([^]*?)```/.exec(readme)![1]!;
    const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
    for (const line of shown.trim().split("\n")) expect(flat(stdout)).toContain(flat(line));
  });

  it("prints one JSON object with --json and writes nothing", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.yaml"), small("a", '"1 to 2"'));
    writeFileSync(join(cwd, "b.yaml"), small("b", '"2 to 3"'));
    const options = ["--json", "--draws", "2_000", "--seed", "x", "--price", "0.7"];
    const { code, stdout, stderr } = await breakeven(["compare", "a.yaml", "b.yaml", ...options], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, ""]);
    const found = JSON.parse(stdout) as Comparison;
    expect(found.format).toBe("breakeven/comparison/1");
    expect(found.simulated!.run).toMatchObject({ draws: 2000, seed: "x", mixtures: 2 });
    expect(found.simulated!.breakEven[0]!.price).toEqual({ a: 0.7, b: 0.7 });
    expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "b.yaml"]);
  });

  it("writes a page whose command makes the same page again, of two versions of one name too", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "old.yaml"), small("one", '"1 to 2"'));
    writeFileSync(join(cwd, "new one.yaml"), small("one", '"1 to 3"', 1));
    const words = ["compare", "old.yaml", "new one.yaml", "--out", "out"];
    const { code, stdout } = await breakeven(words, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Result|^cost of new one\.yaml|^Cost of new one\.yaml is/i);
    expect(stdout).toMatch(/the second less the first is 0\.1\d+ \(0\.1\d+ to 0\.1\d+\)\./);
    expect(stdout).toMatch(
      /, and in \d+% \(\d+\.\d% to \d+\.\d%\) where each has a future of its own/,
    );
    const folder = join(cwd, "out/one-to-one");
    expect(readdirSync(folder).sort()).toEqual(["comparison.html", "comparison.json", "figures"]);
    const page = readFileSync(join(folder, "comparison.html"), "utf8");
    expect(page).toContain("breakeven compare old.yaml &#39;new one.yaml&#39;");
    await breakeven(words, { cwd });
    expect(readFileSync(join(folder, "comparison.html"), "utf8")).toBe(page);
  });

  it("refuses what cannot be compared, with a mend and exit code 2", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.yaml"), small("a", "2"));
    writeFileSync(join(cwd, "b.yaml"), small("b", "{ value: 2, unit: kelvin }"));
    const outcome = async (...args: string[]) => {
      const { code, stderr } = await breakeven(["compare", ...args], { cwd });
      return [code, stderr.split("\n")[0]];
    };
    expect(await outcome("a.yaml", "a.yaml", "--output", "costs")).toEqual([
      2,
      'a.yaml has no quantity "costs"; did you mean cost?',
    ]);
    expect(await outcome("a.yaml", "a.yaml", "--price", "Theirs")).toEqual([
      2,
      'neither scenario states a price "Theirs"; prices: Ours',
    ]);
    expect(await outcome("a.yaml", "missing.yaml")).toEqual([
      2,
      expect.stringContaining("missing.yaml:1:1"),
    ]);
    expect((await outcome("a.yaml", "b.yaml"))[0]).toBe(2);
    expect((await outcome("a.yaml"))[0]).toBe(2);
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  it("ends with exit code 3 where a mixture has no finite value", async () => {
    const cwd = temporaryFolder();
    const root = (x: number, y: number) =>
      `name: r${x}\ninputs: { x: ${x}, y: ${y} }\nformulas: { r: sqrt(x - y) }\noutputs: [r]\n`;
    writeFileSync(join(cwd, "a.yaml"), root(5, 4));
    writeFileSync(join(cwd, "b.yaml"), root(3, 2));
    const { code, stderr } = await breakeven(["compare", "a.yaml", "b.yaml"], { cwd });
    expect([code, stderr]).toEqual([
      3,
      "The change cannot be split: in some mixture of the two the output is not a finite number.\n",
    ]);
  });
});
