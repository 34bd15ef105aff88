import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/pipeline.js";
import { workbook } from "../../../src/report/workbook/workbook.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../../src/simulation/inline.js";
import type { Summary } from "../../../src/summary/summary.js";
import hostile from "../../reference/hostile-text.json" with { type: "json" };
import { PROVENANCE } from "../fixture-provenance.js";
import { edgeCases, fixtureSummary } from "../fixtures.js";
import { unzip } from "../unzip.js";
import { type ReadWorkbook, readWorkbook } from "./read-workbook.js";
import { recalculate } from "./recalculate.js";

const FOLDER = new URL("../../../scenarios/", import.meta.url);
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".yaml"),
);

async function summaryOf(text: string, set?: [string, number]): Promise<Summary> {
  const scenario = parseScenario("a.yaml", text, new Map(set ? [set] : []));
  return simulate({ ...scenario, run: { ...scenario.run, draws: 400 } }, inlineEvaluator);
}

async function bytesOf(summary: Summary): Promise<Uint8Array> {
  return workbook(summary, PROVENANCE);
}

/** Row of a quantity on the sheet Model, by its name in column B. */
function rowOf(read: ReadWorkbook, name: string): number {
  const found = [...read.get("Model")!].find(
    ([address, cell]) => address.startsWith("B") && "text" in cell && cell.text === name,
  );
  return Number(found![0].slice(1));
}

/** The value of a quantity after calculation, be it an input or a formula. */
function valueOf(read: ReadWorkbook, values: ReadonlyMap<string, number>, name: string): number {
  const address = `C${rowOf(read, name)}`;
  const cell = read.get("Model")!.get(address)!;
  return "number" in cell ? cell.number : values.get(`Model!${address}`)!;
}

describe("the workbook of a bundled scenario", () => {
  it.each(FILES)("%s calculates to the point answer and to every step on the way", async (file) => {
    const summary = await summaryOf(readFileSync(new URL(file, FOLDER), "utf8"));
    const read = readWorkbook(await bytesOf(summary));
    const values = recalculate(read);
    const { output } = summary.point!;
    const found = valueOf(read, values, output.name);
    expect(Math.abs(found - output.value)).toBeLessThanOrEqual(1e-9 * Math.abs(output.value));
    expect(values.size).toBeGreaterThanOrEqual(2 * summary.formulas.length);
    for (const [sheet, cells] of read) {
      for (const [address, cell] of cells) {
        if (!("formula" in cell)) continue;
        const error = Math.abs(values.get(`${sheet}!${address}`)! - cell.cached);
        expect(error, `${sheet}!${address}`).toBeLessThanOrEqual(1e-9 * Math.abs(cell.cached));
      }
    }
  });

  it("follows an input that is changed, as the model does", async () => {
    const text = readFileSync(new URL("kimi-k2-h200.yaml", FOLDER), "utf8");
    const read = readWorkbook(await bytesOf(await summaryOf(text)));
    const cell = `Model!C${rowOf(read, "utilization")}`;
    const values = recalculate(read, new Map([[cell, 0.31]]));
    const { output } = (await summaryOf(text, ["utilization", 0.31])).point!;
    expect(values.get(`Model!C${rowOf(read, output.name)}`)! / output.value).toBeCloseTo(1, 9);
    const margins = [...read.get("Summary")!].filter(
      ([, one]) => "formula" in one && /^B\d+-Model!/.test(one.formula),
    );
    expect(margins.length).toBeGreaterThan(0);
    for (const [address, one] of margins) {
      const [, price] = /^(B\d+)-/.exec((one as { formula: string }).formula)!;
      const amount = (read.get("Summary")!.get(price!) as { number: number }).number;
      expect(values.get(`Summary!${address}`)).toBeCloseTo(amount - output.value, 9);
    }
  });
});

describe("the workbook", () => {
  const SWITCHED = `name: s
inputs:
  base: "2 to 3 USD/GPU/h"
  rent: { distribution: normal, mean: { distribution: uniform, min: 1, max: 5 }, sd: 1, unit: USD/GPU/h }
  seats: { distribution: uniform, min: 1, max: 3, unit: seat }
units: [seat]
switches:
  market:
    cases:
      - { name: glut, weight: 1, inputs: { base: "1 to 2 USD/GPU/h" } }
      - { name: normal, weight: 2 }
formulas:
  both: { formula: "base + rent + if(market == 1, 1 USD/GPU/h, 2 USD/GPU/h)", unit: USD/GPU/h }
  each: { formula: both / seats, unit: USD/GPU/h/seat }
outputs: [each]
`;

  it("holds switches and inputs that depend on others at the base case, and says so", async () => {
    const summary = await summaryOf(SWITCHED);
    const read = readWorkbook(await bytesOf(summary));
    const values = recalculate(read);
    expect(values.get(`Model!C${rowOf(read, "each")}`)! / summary.point!.output.value).toBeCloseTo(
      1,
      12,
    );
    const about = (name: string): unknown => read.get("Model")!.get(`E${rowOf(read, name)}`);
    expect(about("market")).toEqual({
      text: expect.stringContaining("0 glut, 1 normal") as string,
    });
    expect(about("rent")).toEqual({
      text: expect.stringContaining("given the medians of rent.mean; does not follow") as string,
    });
  });

  it("has the sheets an investor looks for, every number of the CSV files among them", async () => {
    const read = readWorkbook(await bytesOf(await summaryOf(SWITCHED)));
    expect([...read.keys()]).toEqual([
      ...["Summary", "Assumptions", "Percentiles", "Sensitivity", "Model"],
    ]);
    expect(read.get("Percentiles")!.get("A2")).toEqual({ text: "each" });
    expect(read.get("Sensitivity")!.get("A1")).toEqual({ text: "output" });
  });

  it("has no sheet of the sensitivity where nothing is uncertain", async () => {
    const text =
      'name: s\ninputs: { a: 2 }\nformulas: { b: { formula: a * 3, unit: "1" } }\noutputs: [b]\n';
    const read = readWorkbook(await bytesOf(await summaryOf(text)));
    expect([...read.keys()]).toEqual(["Summary", "Assumptions", "Percentiles", "Model"]);
  });

  it("prints the sheets that people read as wide as a page", async () => {
    const files = unzip(await bytesOf(await summaryOf(SWITCHED)));
    const sheets = [1, 2, 3, 4, 5].map((k) => files.get(`xl/worksheets/sheet${k}.xml`)!.toString());
    const fitted = sheets.map((xml) =>
      /<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"/.test(xml),
    );
    expect(fitted).toEqual([true, true, false, false, true]);
    for (const xml of sheets) expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
  });

  it("is the same bytes every time, whatever the clock says", async () => {
    const summary = await summaryOf(SWITCHED);
    const once = await bytesOf(summary);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await bytesOf(summary)).equals(once)).toBe(true);
  });

  it("leaves the model out of a summary without a base case, and cells without a number empty", async () => {
    for (const [name, summary] of Object.entries(edgeCases())) {
      const read = readWorkbook(await bytesOf(summary));
      expect(read.has("Model"), name).toBe(false);
      for (const cells of read.values()) {
        for (const cell of cells.values()) {
          if ("number" in cell) expect(cell.number).not.toBeNaN();
        }
      }
    }
  });

  it("keeps hostile text as text", async () => {
    const usual = fixtureSummary();
    const texts = [...hostile.strings.map(({ text }) => text), '=HYPERLINK("http://x","y")'];
    const bytes = await bytesOf({
      ...usual,
      title: texts.join(" "),
      breakEven: texts.map((against) => ({ ...usual.breakEven[0]!, against, source: against })),
      assumptions: texts.map((text) => ({ ...usual.assumptions[0]!, label: text, source: text })),
    });
    for (const [path, content] of unzip(bytes)) {
      if (!path.includes("/worksheets/")) continue;
      // Texts stand in the table of strings; a sheet holds their numbers, and here no formula at all.
      expect(content.toString()).not.toMatch(/<f>|script|HYPERLINK/);
    }
    const shown = [...readWorkbook(bytes).get("Assumptions")!.values()];
    expect(shown).toContainEqual({ text: '=HYPERLINK("http://x","y")' });
  });
});
