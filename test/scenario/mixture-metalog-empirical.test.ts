import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import { families } from "../../src/distributions/families.js";
import type { DataText } from "../../src/scenario/data-file.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";
import { scenarioJsonSchema } from "../../src/scenario/schema.js";

const FILES: Readonly<Record<string, string>> = {
  "measured.csv": 'time,tok_s\n1,100\n\n2,"120.5"\n3,90\n',
  "sub/semicolons.csv": "tok_s;n\r\n5;1\r\n7;2\r\n",
  "bad.csv": "tok_s\n1\nfast\n\n2 tok\nNaN\n",
  "empty.csv": "",
  "one.csv": "tok_s\n5\n",
};

const readData = (path: string): DataText => {
  const text = FILES[path];
  return text === undefined
    ? { message: `there is no file ${path}`, fix: "Check the path" }
    : { text };
};

function parse(x: string) {
  const text = `name: a\ninputs:\n  x: ${x}\noutputs: [x]\n`;
  return parseScenario("a.yaml", text, new Map(), readData);
}

function specOf(x: string): DistributionSpec {
  const { definition } = parse(x).quantities[0]!;
  if (definition.kind !== "distribution") throw new RangeError(`${x} is no distribution`);
  return definition.spec;
}

/** Every problem, as the text it points at, a bar, and what it says. */
function problemsOf(x: string): readonly string[] {
  try {
    parse(x);
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    const line = `  x: ${x}`;
    return error.problems.map(({ column, message, fix }) => {
      const end = line.slice(column - 1).search(/[ ,]|$/);
      return `${line.slice(column - 1, column - 1 + end)} | ${message}. ${fix}`;
    });
  }
  return [];
}

describe("a mixture in a scenario", () => {
  it("takes numbers, shorthands and distributions, truncated and nested", () => {
    const found = specOf(
      "{ distribution: mixture, components: [7, 2 to 5, 1 to 2 USD, { distribution: normal, mean: 1, sd: 2, truncate: [0, 3] }, { distribution: mixture, components: [1, 2], weights: [1, 1] }], weights: [1, 2, 3, 4, 5], unit: USD }",
    );
    const constant = (value: number) => ({ distribution: "constant", parameters: { value } });
    expect(found.parameters["components"]).toEqual([
      constant(7),
      { distribution: "lognormal", parameters: { p5: 2, p95: 5 } },
      { distribution: "lognormal", parameters: { p5: 1, p95: 2 } },
      { distribution: "normal", parameters: { mean: 1, sd: 2 }, truncate: [0, 3] },
      {
        distribution: "mixture",
        parameters: { components: [constant(1), constant(2)], weights: [1, 1] },
      },
    ]);
  });

  const two = (second: string, weights = "[1, 1]"): string =>
    `{ distribution: mixture, components: [1, ${second}], weights: ${weights} }`;
  const nest = (levels: number): string => (levels === 0 ? "1" : two(nest(levels - 1)));

  it.each([
    ["a parameter", two("{ distribution: normal, mean: 1, sd: -2 }"), /^-2 \| sd must be above 0/],
    [
      "a name",
      two("{ distribution: normall, mean: 1, sd: 2 }"),
      /^normall \| .* Did you mean normal\?/,
    ],
    ["a set", two("{ distribution: normal, mean: 1 }"), /^\{ \| normal takes mean and sd, or/],
    [
      "a truncation",
      two("{ distribution: uniform, min: 0, max: 1, truncate: [2, 3] }"),
      /^\[2 \| truncate leaves nothing/,
    ],
    ["a unit", two("{ value: 2, unit: USD }"), /^unit: \| unknown key unit\. Write it beside comp/],
    ["an amount", two("about 5"), /^about \| cannot read "about 5" as an amount\. Write it like/],
    ["another unit", two("1 to 2 USD"), /^1 \| a component is in the unit of its quantity, 1;/],
    [
      "an empty entry",
      two("~"),
      /^~\] \| entry 2 of components must be a number or text or a mapping/,
    ],
    ["a deep one", two(two("{ value: true }")), /^true \| value must be a number; got true/],
    [
      "a weight",
      two("2", "[1, -1]"),
      /^-1\] \| weights cannot be negative; got -1\. Use 0 or more/,
    ],
    [
      "a missing weight",
      two("2", "[1]"),
      /^\[1\] \| weights must have one entry for each of 2 comp/,
    ],
    ["no weights", "{ distribution: mixture, components: [1] }", /^x: \| mixture takes components/],
    ["too deep a nest", nest(6), /nested deeper than 4 levels\. Multiply the weights out/],
  ])("points at %s that is wrong", (_, x, says) => {
    const problems = problemsOf(x);
    expect(problems[0]).toMatch(says);
    expect(problems.length).toBeLessThan(4);
  });
});

describe("a metalog in a scenario", () => {
  it("keeps its quantiles and bounds as stated", () => {
    const quantiles = { p2_5: 1, p50: 2, p97_5: 4 };
    const text = "{ distribution: metalog, quantiles: { p2_5: 1, p50: 2, p97_5: 4 }, lower: 0 }";
    expect(specOf(text)).toEqual({
      distribution: "metalog",
      parameters: { quantiles, lower: 0 },
    });
  });

  const through = (quantiles: string): string =>
    `{ distribution: metalog, quantiles: ${quantiles} }`;

  it.each([
    ["falls", through("{ p10: 3, p50: 2, p90: 4 }"), /^2 \| p10 must be below p50; got 3 and 2/],
    [
      "has another name",
      through("{ p10: 1, median: 2, p90: 4 }"),
      /^median: \| median: a quantile is named p and its percent, such as p10 or p2_5\. Rename it/,
    ],
    ["is no number", through("{ p10: 1, p50: two, p90: 4 }"), /^two \| p50 must be a number/],
    ["is too far out", through("{ p10: 0, p50: 0.1, p90: 10 }"), /^\{ \| no metalog .* Give p50 b/],
    [
      "stands too high",
      "{ distribution: metalog, p10: 1, p50: 2, p90: 3 }",
      /^p10: \| unknown key p10\. Write it in a mapping: quantiles:/,
    ],
  ])("points at a quantile that %s", (_, x, says) => {
    expect(problemsOf(x)[0]).toMatch(says);
  });
});

describe("an empirical distribution from a file", () => {
  const from = (file: string, column = "tok_s"): string =>
    `{ distribution: empirical, file: ${file}, column: ${column}, unit: token/s }`;

  it("holds the values themselves, so that workers and browsers need no file", () => {
    expect(specOf(from("measured.csv")).parameters).toEqual({
      file: "measured.csv",
      column: "tok_s",
      data: [100, 120.5, 90],
    });
    expect(specOf(from("sub/semicolons.csv")).parameters["data"]).toEqual([5, 7]);
  });

  it("may be a component of a mixture", () => {
    const component = "{ distribution: empirical, file: measured.csv, column: tok_s }";
    const { parameters } = specOf(
      `{ distribution: mixture, components: [${component}, 5], weights: [1, 1] }`,
    );
    const [first] = parameters["components"] as readonly DistributionSpec[];
    expect(first!.parameters["data"]).toEqual([100, 120.5, 90]);
  });

  it.each([
    ["is not there", from("gone.csv"), /^gone\.csv \| there is no file gone\.csv\. Check the path/],
    [
      "lies above the scenario",
      from("../measured.csv"),
      /^\.\.\/measured\.csv \| "\.\.\/measured\.csv" leads out/,
    ],
    [
      "lies above by a detour",
      from("sub/../../x.csv"),
      /^sub\/\.\.\/\.\.\/x\.csv \| .* leads out of the scenario's/,
    ],
    ["is absolute", from("/measured.csv"), /^\S+ \| .* not a path relative to the scenario/],
    ["is on a drive", from('"C:/measured.csv"'), /^\S+ \| .* not a path relative to the scenario/],
    [
      "is on the web",
      from('"https://a.b/x.csv"'),
      /^\S+ \| .* not a path relative to the scenario/,
    ],
    ["is in a home", from('"~/x.csv"'), /^\S+ \| .* not a path relative to the scenario/],
    [
      "has backslashes",
      from("'sub\\x.csv'"),
      /^'sub\\x\.csv' \| .* has a backslash\. Write \/ instead/,
    ],
    ["has no name", from('""'), /^"" \| "" leads out of the scenario's folder, or to no file/],
    [
      "lacks the column",
      from("measured.csv", "toks"),
      /^toks \| measured\.csv:1: .* mean "tok_s"\?/,
    ],
    ["is empty", from("empty.csv"), /^tok_s \| empty\.csv:1: the file is empty/],
    ["holds one value", from("one.csv"), /^tok_s \| column needs at least two values; got 1/],
    ["has no column named", "{ distribution: empirical, file: a.csv }", /takes data, or file and/],
  ])("that %s is a problem at its place in the scenario", (_, x, says) => {
    const problems = problemsOf(x);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  it("tells every cell that is no number, with its line", () => {
    expect(problemsOf(from("bad.csv"))).toEqual([
      expect.stringMatching(
        /^tok_s \| bad\.csv:3: "fast" is not a number\. Write the number alone/,
      ),
      expect.stringMatching(/^tok_s \| bad\.csv:5: "2 tok" is not a number/),
      expect.stringMatching(/^tok_s \| bad\.csv:6: 1 of 4 cells of "tok_s" are blank or NaN/),
    ]);
  });

  it("needs someone to hand the file in", () => {
    const text = `name: a\ninputs:\n  x: ${from("measured.csv")}\noutputs: [x]\n`;
    expect(() => parseScenario("a.yaml", text)).toThrow(/no files come with this scenario/);
  });

  it("with more values than are of use is refused", () => {
    const data = new Array<number>(100_001).fill(1).join(", ");
    const [problem] = problemsOf(`{ distribution: empirical, data: [${data}] }`);
    expect(problem).toMatch(/data holds 100001 values; at most 100000 are of use\. Keep a random/);
  });
});

describe("the JSON Schema", () => {
  it("describes components by a reference to themselves, quantiles by their names, and files", () => {
    const schema = JSON.stringify(scenarioJsonSchema());
    expect(schema).toContain('"$ref":"#/$defs/component"');
    expect(schema).toMatch(/"quantiles":\{"description":"Such as[^}]*\}[^}]*"propertyNames"/);
    expect(schema).toContain("A CSV file in the scenario's folder");
  });
});

describe("the documentation of distributions", () => {
  const text = readFileSync(new URL("../../docs/distributions.md", import.meta.url), "utf8");
  const snippets = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml]) => yaml!);

  it.each(snippets)("shows an input that is valid: %s", (snippet) => {
    const [name] = /^\w+/.exec(snippet)!;
    const inputs = snippet.replace(/^/gm, "  ");
    const scenario = parseScenario(
      "a.yaml",
      `name: a\ninputs:\n${inputs}\noutputs: [${name}]\n`,
      new Map(),
      () => ({ text: FILES["measured.csv"]! }),
    );
    expect(scenario.quantities[0]!.definition.kind).toBe("distribution");
  });

  it("names every family", () => {
    for (const name of families.keys()) expect(text).toContain(name);
  });
});
