import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breakeven, temporaryFolder } from "./breakeven.js";

const inputs = (x: string): string =>
  `name: bad\ninputs:\n  x: ${x}\nformulas: { cost: { formula: x * 2, unit: USD } }\noutputs: [cost]\n`;

const FILES: readonly [what: string, text: string, says: RegExp][] = [
  ["broken YAML", "name: bad\ninputs: [\n", /bad\.yaml:\d+:\d+: /],
  [
    "an unknown distribution",
    inputs("{ distribution: gausian, mean: 1, sd: 2, unit: USD }"),
    /bad\.yaml:3:22: unknown distribution "gausian"/,
  ],
  [
    "sd below 0",
    inputs("{ distribution: normal, mean: 1, sd: -2, unit: USD }"),
    /bad\.yaml:3:43: sd must be above 0; got -2\. Give a positive sd/,
  ],
  [
    "p5 above p95",
    inputs("{ distribution: lognormal, p5: 4, p95: 2, unit: USD }"),
    /bad\.yaml:3:\d+: p5 must be below p95; got 4 and 2/,
  ],
  [
    "a triangle out of order",
    inputs("{ distribution: triangular, min: 1, mode: 7, max: 3, unit: USD }"),
    /bad\.yaml:3:\d+: mode must lie between min and max/,
  ],
  ["an unknown unit", inputs("{ value: 1, unit: EUR }"), /bad\.yaml:3:24: .*EUR/],
  [
    "a unit clash",
    inputs("{ value: 1, unit: h }"),
    /bad\.yaml:4:\d+: cost is declared in USD, but its formula gives s/,
  ],
  ["an unknown name", inputs("1").replace("x * 2", "y * 2"), /bad\.yaml:4:\d+: .*y/],
  [
    "cyclic formulas",
    "name: bad\nformulas: { a: b * 2, b: a * 2 }\noutputs: [a]\n",
    /need each other: a needs b needs a/,
  ],
  ["an empty file", "", /the scenario is empty/],
];

describe("bad input", () => {
  it.each(FILES)(
    "%s: exit code 2, place and mend, no stack trace, no folder",
    async (_, text, says) => {
      const cwd = temporaryFolder();
      writeFileSync(join(cwd, "bad.yaml"), text);
      const { code, stdout, stderr } = await breakeven(["run", "bad.yaml"], { cwd });
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/\n\s+at |node_modules/);
      expect(readdirSync(cwd)).toEqual(["bad.yaml"]);
    },
  );

  it.each(["run", "validate", "explain"])("%s: a file that is not there", async (command) => {
    const cwd = temporaryFolder();
    const { code, stderr } = await breakeven([command, "missing.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^missing\.yaml:1:1: there is no such file or folder\. Check the path/);
  });

  it("lists the problems of every file of a batch and runs none", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "a.yaml"),
      inputs("{ distribution: normal, mean: 1, sd: -2, unit: USD }"),
    );
    writeFileSync(join(cwd, "b.yaml"), "name: b\n");
    writeFileSync(join(cwd, "c.yaml"), inputs('"1 to 2 USD"'));
    const { code, stderr } = await breakeven(["run", "."], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.yaml:3:/);
    expect(stderr).toMatch(/b\.yaml:1:1: outputs is missing/);
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  it("refuses text that is not UTF-8, and two scenarios of one name", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.yaml"), Buffer.from([0x6e, 0x61, 0xff, 0xfe]));
    expect((await breakeven(["validate", "a.yaml"], { cwd })).stderr).toMatch(/not UTF-8/);
    for (const name of ["a.yaml", "b.yaml"]) writeFileSync(join(cwd, name), inputs('"1 to 2 USD"'));
    expect((await breakeven(["validate", "."], { cwd })).stderr).toMatch(/the name bad is taken/);
  });

  it.each([
    [
      "costt > 1 USD",
      /^a\.yaml: --given "costt > 1 USD": .*costt\. Write cost, or declare costt\.$/m,
    ],
    ["x > 3 h", /^a\.yaml: --given "x > 3 h": .*USD.*\. /m],
    ["x > ", /^a\.yaml: --given "x > ": /m],
    ["x + x", /: this is no condition\. Compare two things, as in utilization > 60%$/m],
    ["", /^a\.yaml: --given "": /m],
    ["__proto__", /^a\.yaml: --given "__proto__": /m],
  ])("a condition %j: exit code 2, what is wrong and a mend, nothing run", async (given, says) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.yaml"), inputs('"1 to 2 USD"'));
    const asked = ["--given", given, "--given", "cost > 3 USD", "--given", given];
    const { code, stdout, stderr } = await breakeven(["run", "a.yaml", ...asked], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  });

  it.each([
    [["run"], /Not enough[^]*breakeven --help/],
    [["run", "a.yaml", "--draws", "many"], /--draws takes a whole number/],
    [["run", "a.yaml", "--draws", "10"], /--draws takes a whole number from 400/],
    [["run", "a.yaml", "--workers", "0"], /--workers takes a whole number/],
    [["run", "a.yaml", "--set", "__proto__.polluted=1"], /--set takes name=value/],
    [["run", "a.yaml", "--sede", "1"], /sede/],
    [["run", "a.yaml", "--seed", "1", "--seed", "2"], /--seed is given more than once/],
    [["run", "a.yaml", "--method", "sobolev"], /method/i],
    [["rnu", "a.yaml"], /run/],
    [["models", "token-costs"], /no model "token-costs"/],
  ])("%j: exit code 2 and a word on it", async (args, says) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.yaml"), inputs('"1 to 2 USD"'));
    const { code, stderr } = await breakeven(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
