import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Summary } from "../../src/summary/summary.js";
import { models } from "../../src/models/library.js";
import { breakeven, temporaryFolder } from "./breakeven.js";

const SCENARIOS = fileURLToPath(new URL("../../scenarios", import.meta.url));

describe("the command", () => {
  it("explains itself", async () => {
    const { code, stdout } = await breakeven(["--help"]);
    expect(code).toBe(0);
    const commands =
      "run validate explain sensitivity solve sweep compare fit models schema init".split(" ");
    for (const command of commands) {
      expect(stdout).toContain(`breakeven ${command}`);
    }
  });

  it("validates the bundled scenarios", async () => {
    const { code, stdout } = await breakeven(["validate", SCENARIOS]);
    expect(code).toBe(0);
    expect(stdout).toContain("kimi-k2-h200.yaml: valid");
  });

  it("warns of what may divide by zero before and after a run, and calls it valid", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "risky.yaml"),
      `name: risky
inputs: { throughput: { distribution: normal, mean: 164, sd: 37, unit: token/s } }
formulas: { cost: (3 USD/s) / throughput }
outputs: [cost]
run: { draws: 2000 }
`,
    );
    const hazard =
      "cost divides by throughput, which can be 0 or change sign (range -11.9 to 340 token/s)";
    expect(await breakeven(["validate", "risky.yaml"], { cwd })).toEqual({
      code: 0,
      stdout: "risky.yaml: valid\n",
      stderr: `risky.yaml: warning: ${hazard}\n`,
    });
    const { code, stderr } = await breakeven(["run", "risky.yaml"], { cwd });
    expect([code, stderr]).toEqual([0, `risky: warning: ${hazard}\n`]);
    for (const name of ["summary.json", "report.html", "memo.md"]) {
      const text = readFileSync(join(cwd, "reports/risky", name), "utf8");
      expect(text.replaceAll("\\", "")).toContain(`${hazard}.`);
    }
  });

  it("prints the JSON Schema of a scenario, with every distribution in it", async () => {
    const { code, stdout } = await breakeven(["schema"]);
    expect(code).toBe(0);
    const schema = JSON.parse(stdout) as { properties: object; additionalProperties: boolean };
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toContain("correlations");
    for (const name of ["lognormal", "pert", "empirical"]) expect(stdout).toContain(`"${name}"`);
  });

  it("lists the models and every quantity of one", async () => {
    expect((await breakeven(["models"])).stdout).toContain("token-cost");
    const { stdout } = await breakeven(["models", "token-cost"]);
    for (const { name } of models[0]!.quantities) expect(stdout).toContain(`${name} (`);
  });

  it("explains a scenario as a table and as a graph", async () => {
    const file = join(SCENARIOS, "essays/essay-001-h100-moe.yaml");
    const { stdout } = await breakeven(["explain", file]);
    expect(stdout).toMatch(/gpu_hour_cost +1\.9175 +USD\/GPU\/h/);
    const graph = await breakeven(["explain", file, "--dot"]);
    expect(graph.stdout).toMatch(/^digraph/);
    expect(graph.stdout).toContain("gpu_hour_cost ->");
  });

  it("explains a model of the library as it stands", async () => {
    const { stdout } = await breakeven(["explain", "utilization"]);
    expect(stdout).toMatch(/^How busy a fleet can be\n/);
    expect(stdout).toMatch(/utilization +0\.\d+ +1 +Utilization +interactive_utilization \+/);
  });

  it("replays the draws that a run found without a finite value", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "holes.yaml"),
      `name: holes
inputs: { x: { distribution: normal, mean: 3, sd: 1 }, y: "1 to 2" }
formulas: { root: sqrt(x) * y }
outputs: [root]
run: { draws: 20000, seed: 5 }
`,
    );
    const { code, stdout } = await breakeven(["run", "holes.yaml", "--json"], { cwd });
    expect(code).toBe(3);
    const { warnings } = JSON.parse(stdout) as Summary;
    const draws = /replay draw ([0-9]+), ([0-9]+) or ([0-9]+) with/.exec(warnings[0]!)!.slice(1);
    for (const draw of draws) {
      const replay = await breakeven(["explain", "holes.yaml", "--draw", draw], { cwd });
      expect(replay.stdout).toMatch(/^x +-[0-9.]+ /m);
      expect(replay.stdout).toMatch(/^root +NaN /m);
    }
    const beyond = await breakeven(["explain", "holes.yaml", "--draw", "20000"], { cwd });
    expect([beyond.code, beyond.stderr]).toEqual([
      2,
      '--draw takes a whole number from 0 to 19999; got "20000"\n',
    ]);
  });

  it("writes a starter that runs, and never over a file", async () => {
    const cwd = temporaryFolder();
    expect((await breakeven(["init", "mine"], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, "mine.yaml"), "utf8");
    expect((await breakeven(["run", "mine.yaml", "--draws", "2000"], { cwd })).code).toBe(0);
    const again = await breakeven(["init", "mine"], { cwd });
    expect([again.code, again.stderr]).toEqual([
      2,
      "mine.yaml exists already; choose another name\n",
    ]);
    expect(readFileSync(join(cwd, "mine.yaml"), "utf8")).toBe(text);
    expect((await breakeven(["init", "../evil"], { cwd })).code).toBe(2);
  });
});
