import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/exit-codes.js";
import { type ComparedEarlier, findEarlier } from "../../src/cli/find-earlier.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { simulate } from "../../src/pipeline.js";
import { serializeSummary } from "../../src/report/summary-json.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { temporaryFolder } from "./breakeven.js";
import { SMALL } from "./small-scenario.js";

const terminal = { say: () => undefined } as unknown as Terminal;

/** A folder that holds the summary of a scenario, changed as text. */
async function reportOf(text: string, change = (json: string): string => json): Promise<string> {
  const folder = temporaryFolder();
  const scenario = parseScenario("a.yaml", text.replace("draws: 20000", "draws: 400"));
  const summary = await simulate(scenario, inlineEvaluator);
  writeFileSync(join(folder, "summary.json"), change(serializeSummary(summary)));
  return folder;
}

async function find(text: string, since: string): Promise<ComparedEarlier | undefined> {
  const entry = { file: "a.yaml", text, scenario: parseScenario("a.yaml", text), data: new Map() };
  return (await findEarlier([entry], since, { out: undefined, terminal })).get("small");
}

describe("an earlier run", () => {
  it("is found with what converts its unit", async () => {
    const thousands = SMALL.replace("USD/Mtoken, label", "USD/ktoken, label").replace(
      "price: 1.5, unit: USD/Mtoken",
      "price: 0.0015, unit: USD/ktoken",
    );
    expect((await find(SMALL, await reportOf(SMALL)))!.scale).toBe(1);
    expect((await find(SMALL, await reportOf(thousands)))!.scale).toBeCloseTo(1000, 9);
  });

  it("may hold numbers that were not finite", async () => {
    const folder = await reportOf(SMALL, (json) => json.replace(/"p95": \{[^}]*\}/, none("p95")));
    const { percentiles } = (await find(SMALL, folder))!.summary.outputs["cost"]!;
    expect(percentiles["p95"]!.value).toBeNaN();
    expect(percentiles["p50"]!.value).toBeGreaterThan(0);
  });

  it.each([
    [
      "another kind of quantity",
      SMALL.replace("rent / speed, unit: USD/Mtoken", "rent, unit: USD/GPU/h").replace(
        /prices:[^]*(?=run:)/,
        "",
      ),
      /is in USD\/GPU\/h; in the earlier run it was in USD\/Mtoken/,
    ],
    [
      "another output",
      SMALL.replaceAll("cost", "price_of_it"),
      /it leads with price_of_it; the earlier run of small has cost/,
    ],
  ])("is refused where this one leads with %s", async (_, text, message) => {
    const folder = await reportOf(SMALL);
    await expect(find(text, folder)).rejects.toThrow(message);
    await expect(find(text, folder)).rejects.toThrow(UsageError);
  });

  it.each([
    [
      "no JSON",
      (json: string) => json.slice(1),
      /is not the summary\.json of a run: it is not JSON/,
    ],
    [
      "another format",
      (json: string) => json.replace("summary/1", "summary/2"),
      /of a run: format: /,
    ],
    [
      "a unit that is no unit",
      (json: string) => json.replaceAll("USD/Mtoken", "<b>"),
      /it was in <b>$/,
    ],
    [
      "text for a number",
      (json: string) => json.replace(/"draws": \d+/, '"draws": "many"'),
      /of a run: run\.draws: /,
    ],
    [
      "no finite number",
      (json: string) => json.replace(/"value": -?[\d.e+-]+/g, '"value": null'),
      /had no finite value in the earlier run/,
    ],
  ])("is refused where its summary is or holds %s", async (_, change, message) => {
    const folder = await reportOf(SMALL, change);
    await expect(find(SMALL, folder)).rejects.toThrow(message);
    await expect(find(SMALL, folder)).rejects.toThrow(UsageError);
  });

  it("is missed where there is no such folder, or none of this scenario in it", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "other"));
    for (const path of [folder, join(folder, "nowhere")]) {
      await expect(find(SMALL, path)).rejects.toThrow("there is no summary.json, nor one in");
    }
  });
});

function none(percentile: string): string {
  return `"${percentile}": { "value": null, "low": null, "high": null }`;
}
