import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breakeven, temporaryFolder } from "./breakeven.js";

const SCENARIO = `name: market
inputs:
  price: { distribution: lognormal, p5: 200k to 260k, p95: 400000, unit: USD/server }
  rent: { distribution: uniform, min: 1, max: 2, unit: USD/h }
formulas: { cost: price * (1 server) + rent * (1000 h) }
switches:
  state:
    label: State of the market
    cases:
      - { name: calm, weight: 3 }
      - { name: boom, weight: 1, inputs: { rent: { distribution: uniform, min: 5, max: 9 } } }
outputs: [cost]
run: { draws: 1000, seed: 5 }
`;

function written(): { readonly cwd: string; readonly file: string } {
  const cwd = temporaryFolder();
  const file = join(cwd, "a.yaml");
  writeFileSync(file, SCENARIO);
  return { cwd, file };
}

/** The rows of an explanation by quantity, as text. */
const valueOf = (stdout: string, name: string): string =>
  new RegExp(`^${name.replace(".", "\\.")} +(.+?)  `, "m").exec(stdout)![1]!;

describe("a scenario whose inputs depend on each other", () => {
  it("writes every draw, and replays one with the same values and the name of its case", async () => {
    const { cwd, file } = written();
    expect((await breakeven(["run", file, "--samples", "csv", "--quiet"], { cwd })).code).toBe(0);
    const [header, ...rows] = readFileSync(join(cwd, "reports/market/samples.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(header).toEqual(["draw", "price.p5", "price", "state", "rent", "cost"]);
    expect(rows.every(([, , , state, rent]) => Number(rent) >= 5 === (state === "1"))).toBe(true);
    const boom = rows.find(([, , , state]) => state === "1")!;
    const { stdout } = await breakeven(["explain", file, "--draw", boom[0]!], { cwd });
    for (const [k, name] of ["price.p5", "price", "", "rent", "cost"].entries()) {
      if (name === "") expect(valueOf(stdout, "state")).toBe("1 (boom)");
      else {
        const shown = Number(valueOf(stdout, name).replaceAll(",", ""));
        expect(shown / Number(boom[k + 1])).toBeCloseTo(1, 4);
      }
    }
    const page = readFileSync(join(cwd, "reports/market/report.html"), "utf8");
    expect(page).toMatch(/State of the market[^]*?>calm<[^]*?>boom<[^]*?calm 75%, boom 25%/);
    expect(page).toMatch(
      /by state[^]*?calm: uniform, min 1, max 2[^]*?boom: uniform, min 5, max 9/,
    );
    expect(page).toMatch(/Price: p5/);
  });

  it("takes --set for a switch by name or number and for a parameter", async () => {
    const { cwd, file } = written();
    const explained = async (...sets: string[]): Promise<string> =>
      (await breakeven(["explain", file, ...sets.flatMap((set) => ["--set", set])], { cwd }))
        .stdout;
    const fixed = await explained("state=boom", "price.p5=250000");
    expect(fixed).toMatch(/state +1 \(boom\) +1 +fixed at boom +State of the market/);
    expect(fixed).toMatch(/rent +7 .*uniform, min 5, max 9/);
    expect(fixed).toMatch(/lognormal, p5 250,000, p95 400,000/);
    expect(await explained("state=1", "price.p5=250000")).toBe(fixed);
    const wrong = await breakeven(["run", file, "--set", "state=bom"], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/a\.yaml:7:3: state has no case "bom"\. Did you mean boom\?/);
  });

  it("draws what an input depends on as edges of its graph", async () => {
    const { cwd, file } = written();
    const { stdout } = await breakeven(["explain", file, "--dot"], { cwd });
    expect(stdout).toContain('"price.p5" -> price;');
    expect(stdout).toContain("state -> rent;");
  });
});
