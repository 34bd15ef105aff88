import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EarlierRecord } from "../../src/cli/earlier-schema.js";
import { type Compared, compareWithEarlier } from "../../src/cli/compare-with-earlier.js";
import { type LoadedScenario, loadScenarios } from "../../src/cli/load-scenarios.js";
import { temporaryFolder } from "./breakeven.js";
import { SMALL } from "./small-scenario.js";

const MEASURED = SMALL.replace(
  '"200 to 900 token/s/GPU"',
  "{ distribution: empirical, file: speeds.csv, column: speed, unit: token/s/GPU }",
);

/** Forty measured speeds. */
function column(first: number): string {
  return ["speed", ...Array.from({ length: 40 }, (_, k) => first + 15 * k)].join("\n");
}

async function load(folder: string, text: string): Promise<LoadedScenario> {
  writeFileSync(join(folder, "small.yaml"), text);
  const [loaded] = await loadScenarios([join(folder, "small.yaml")], new Map());
  return loaded!;
}

function recordOf({ file, text, data }: LoadedScenario, overrides: string[] = []): EarlierRecord {
  return {
    ...{ format: "breakeven/run/1", file, text, sha256: "", version: "0", given: [], files: {} },
    ...{ overrides, data: Object.fromEntries(data) },
  };
}

/** The second text held against the first, whose data file is `then` and may have changed to `now`. */
async function compared(
  [first, second]: readonly [string, string],
  { then = column(200), now = then }: { then?: string; now?: string } = {},
): Promise<Compared> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "speeds.csv"), then);
  const record = recordOf(await load(folder, first));
  if (now === "") rmSync(join(folder, "speeds.csv"));
  else writeFileSync(join(folder, "speeds.csv"), now);
  return compareWithEarlier(await load(folder, second), record, []);
}

describe("the comparison with an earlier scenario", () => {
  it("is of the two texts, under names that tell them apart", async () => {
    const found = await compared([SMALL, SMALL.replace("p5: 1.5", "p5: 2")]);
    expect(found).toMatchObject({
      comparison: { a: { scenario: "small before" }, b: { scenario: "small now" } },
    });
    const other = await compared([SMALL.replace("name: small", "name: old"), SMALL]);
    expect(other).toMatchObject({
      comparison: { a: { scenario: "old" }, b: { scenario: "small" } },
    });
  });

  it("knows the overrides of both", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "small.yaml"), SMALL);
    const [now] = await loadScenarios([join(folder, "small.yaml")], new Map([["rent", 4]]));
    const found = compareWithEarlier(now!, recordOf(now!, ["rent=2"]), ["rent=4"]);
    const { a, b } = (found as Extract<Compared, { comparison: unknown }>).comparison;
    expect(b.value / a.value).toBeCloseTo(2, 9);
  });

  it("uses data files that have not changed", async () => {
    expect(await compared([MEASURED, MEASURED.replace("p5: 1.5", "p5: 2")])).toHaveProperty(
      "comparison",
    );
  });

  it.each([
    ["nothing changed", [SMALL, SMALL], {}, /^both runs have the same scenario/],
    [
      "a data file changed",
      [MEASURED, MEASURED],
      { now: column(300) },
      /^its data file speeds\.csv has changed since/,
    ],
    [
      "a data file is gone",
      [MEASURED, SMALL],
      { now: "" },
      /^the earlier scenario cannot be read any more: there is no file .*speeds\.csv$/,
    ],
    ["they share no output", [SMALL.replaceAll("cost", "other"), SMALL], {}, /cost/],
  ] as const)("is left out where %s", async (_, texts, data, reason) => {
    const found = await compared(texts, data);
    expect(found).toEqual({ leftOut: expect.stringMatching(reason) as string });
  });

  it("is left out where the earlier text is no scenario any more, or there is no record", async () => {
    const now = await load(temporaryFolder(), SMALL);
    const broken = { ...recordOf(now), text: "name: <b>\noutputs: [x]\n" };
    expect(compareWithEarlier(now, broken, [])).toEqual({
      leftOut: expect.stringMatching(/^the earlier scenario cannot be read any more: /) as string,
    });
    expect(compareWithEarlier(now, undefined, [])).toHaveProperty("leftOut");
  });
});
