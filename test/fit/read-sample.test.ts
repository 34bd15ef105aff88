import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidData } from "../../src/fit/invalid-data.js";
import { readSample } from "../../src/fit/read-sample.js";

const VALUES = [812.5, 790, 1e3, -4, 0.25, 3.5e-3, 777, 801, 799.75, 12];

const table = (cells: readonly (number | string)[]): string => `tok_s\n${cells.join("\n")}\n`;

/** The message that a table is refused with. */
function refusal(text: string, column = "tok_s"): string {
  try {
    readSample("a.csv", text, column);
  } catch (error) {
    if (error instanceof InvalidData) return error.message;
    throw error;
  }
  throw new RangeError("the table was read");
}

describe("a column of numbers", () => {
  it.each([
    ["alone", table(VALUES)],
    ["without a last line ending", table(VALUES).trimEnd()],
    ["with CRLF", table(VALUES).replaceAll("\n", "\r\n")],
    ["with a byte-order mark", `\uFEFF${table(VALUES)}`],
    ["between others", `run,tok_s,note\n${VALUES.map((v) => `a,${v},b`).join("\n")}`],
    ["after semicolons", `run;tok_s\n${VALUES.map((v) => `a;${v}`).join("\n")}`],
    ["after tabs", `run\ttok_s\n${VALUES.map((v) => `a,b;c\t${v}`).join("\n")}`],
    ["in quotes", `"run","tok_s"\n${VALUES.map((v) => `"a, ""b""\nc","${v}"`).join("\n")}\n`],
    ["among blanks", `\n tok_s \n\n${VALUES.map((v) => `  ${v} `).join("\n\n")}\n\n`],
    [
      "beside formulas, which are text",
      `x,tok_s\n${VALUES.map((v) => `"=HYPERLINK(""http://a.example"",1)",${v}`).join("\n")}`,
    ],
  ])("is read %s", (_, text) => {
    expect(readSample("a.csv", text, "tok_s")).toEqual(VALUES);
  });

  it("is read back whatever numbers, names and neighbours are written as RFC 4180 has it", () => {
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const number = fc
      .double({ noNaN: true, min: -1e9, max: 1e9 })
      .filter((x) => Math.abs(x) > 1e-9);
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 8, maxLength: 12 }),
        fc.string({ unit: "binary" }),
        (values, neighbour) => {
          const text = `${quote(neighbour)},v\r\n${values.map((v) => `${quote(neighbour)},${v}\r\n`).join("")}`;
          fc.pre(neighbour.trim() !== "v");
          expect(readSample("a.csv", text, "v")).toEqual(values);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });
});

describe("a table that is not read", () => {
  it.each([
    ["nothing", "", /^a\.csv:1: the file is empty\. /],
    [
      "no such column",
      table(VALUES).replace("tok_s", "toks"),
      /^a\.csv:1: there is no column "tok_s"\. Did you mean "toks"\?$/,
    ],
    [
      "no name near",
      "speed,cost\n1,2\n",
      /^a\.csv:1: there is no column "tok_s"\. There are "speed", "cost"$/,
    ],
    ["two of one name", "tok_s,tok_s\n1,2\n", /^a\.csv:1: two columns are named "tok_s"\. /],
    ["a header alone", "tok_s\n", /^a\.csv:1: "tok_s" has 0 values; a fit needs 8 or more\. /],
    ["seven values", table(VALUES.slice(0, 7)), /^a\.csv:8: "tok_s" has 7 values; a fit needs 8/],
    [
      "one value, again and again",
      table(Array(9).fill(5)),
      /^a\.csv:10: all 9 values of "tok_s" are 5\. /,
    ],
    ["values equal but for rounding", table(VALUES.map((_, k) => 1e9 + k * 1e-4)), /to ten digits/],
    [
      "a word",
      table([...VALUES, "fast"]),
      /^a\.csv:12: "fast" is not a number\. Write the number alone/,
    ],
    ["a unit", table([...VALUES, "800 tok/s"]), /"800 tok\/s" is not a number\. .*without a unit/],
    [
      "a decimal comma",
      `a;tok_s\n1;800,5\n`,
      /^a\.csv:2: "800,5" is not a number\. Write 1234\.5: a point/,
    ],
    ["thousands", table([...VALUES, '"1,234"']), /"1,234" is not a number\. Write 1234\.5/],
    [
      "a formula",
      table([...VALUES, "=1+1"]),
      /"=1\+1" is not a number\. Formulas are not evaluated/,
    ],
    [
      "a command",
      table([...VALUES, "=cmd|' /C calc'!A0"]),
      /is not a number\. Formulas are not eval/,
    ],
    [
      "a link",
      table([...VALUES, '"=HYPERLINK(""http://a.example"")"']),
      /Formulas are not evaluated/,
    ],
    ["infinity", table([...VALUES, "inf"]), /"inf" is not a number\. Measurements are finite/],
    ["hexadecimal", table([...VALUES, "0x1F"]), /"0x1F" is not a number/],
    [
      "what no double can hold",
      table([...VALUES, "1e999"]),
      /"1e999" is too large\. Use another unit/,
    ],
    ["what vanishes when squared", table([...VALUES, "1e-200"]), /"1e-200" is too small/],
    ["a short row", "a,tok_s\n1,2\n3\n", /^a\.csv:3: the row has 1 cell, the header 2\. /],
    ["a long row", "a,tok_s\n1,2\n3,4,5\n", /^a\.csv:3: the row has 3 cells, the header 2\. /],
    [
      "a quote left open",
      `tok_s,note\n${VALUES.map((v) => `${v},x`).join("\n")}\n7,"left open\n8,x\n9,x\n`,
      /^a\.csv:12: a quote opens in this row and never closes/,
    ],
    [
      "characters that reorder text",
      table([...VALUES, "\u202e1\u0007"]),
      /"\\u\{202e\}1\\u0007" is not a number/,
    ],
  ])("%s", (_, text, says) => {
    expect(refusal(text)).toMatch(says);
  });

  it("counts the blank and NaN cells and names their lines, in one problem", () => {
    const cells = ["", "NaN", "n/a", "#N/A", "null", "-", "NA"].map((cell) => `x,${cell}`);
    const text = `a,tok_s\n${VALUES.map((v) => `x,${v}`).join("\n")}\n${cells.join("\n")}\n`;
    expect(refusal(text)).toMatch(
      /^a\.csv:12: 7 of 17 cells of "tok_s" are blank or NaN \(lines 12, 13, 14, 15, 16 and 2 more\)\. [^\n]*$/,
    );
  });

  it("lists every problem by line, and stops at twenty", () => {
    const lines = refusal(`a,tok_s\n1,x\n2\n3,\n4,y\n`).split("\n");
    expect(lines.map((line) => line.slice(0, 8))).toEqual([
      "a.csv:2:",
      "a.csv:3:",
      "a.csv:4:",
      "a.csv:5:",
    ]);
    const many = refusal(table(Array(500).fill("x"))).split("\n");
    expect(many).toHaveLength(21);
    expect(many[20]).toBe(
      "a.csv:22: 480 more problems from here on. Check that this is the column meant",
    );
  });

  it("gives the line of a cell after cells of several lines", () => {
    const text = `a,tok_s\r\n"1\r\n2\n3",4\r\n"5",x\r\n`;
    expect(refusal(text)).toMatch(/^a\.csv:5: "x" is not a number/);
  });
});
