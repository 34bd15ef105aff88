import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileModel } from "../../src/engine/compile-model.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { type PrintedResult, printedResults } from "./printed-results.js";

const folder = new URL("../../scenarios/essays/", import.meta.url);

/** Every quantity of a point scenario, in its own unit. */
function evaluate(name: string): ReadonlyMap<string, number> {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  const model = compileModel(parseScenario(name, text));
  const columns = model.evaluateAll([], 1);
  return new Map(
    model.quantities.map(({ name: quantity, unit }) => [
      quantity,
      columns.get(quantity)![0]! / model.units.parse(unit).scale,
    ]),
  );
}

const values = new Map(
  [...new Set(printedResults.map(({ scenario }) => scenario))].map((name) => [
    name,
    evaluate(name),
  ]),
);

function ours({ scenario, output, times = 1 }: PrintedResult): number {
  return values.get(scenario)!.get(output)! * times;
}

/** Rounded as the essay rounds; a hair is added so that a five that binary cannot hold goes up. */
function roundedTo(decimals: number, value: number): number {
  const unit = 10 ** decimals;
  return Math.round(value * unit * (1 + 1e-12)) / unit;
}

describe("the essays' stated results", () => {
  it("are 95, of which 12 do not follow from the essay's own numbers", () => {
    expect(printedResults).toHaveLength(95);
    expect(printedResults.filter(({ slip }) => slip)).toHaveLength(12);
  });

  it.each(printedResults.filter(({ slip }) => !slip))("essay $essay, $what: $printed", (result) => {
    expect(roundedTo(result.decimals, ours(result))).toBeCloseTo(result.printed, 9);
  });

  it.each(printedResults.filter(({ slip }) => slip))(
    "essay $essay, $what: $printed is a slip",
    (result) => {
      const { recomputed } = result.slip!;
      expect(ours(result) / recomputed).toBeCloseTo(1, 9);
      expect(roundedTo(result.decimals, ours(result))).not.toBeCloseTo(result.printed, 9);
    },
  );

  it("stand in the documentation, each beside ours", async () => {
    await expect(table()).toMatchFileSnapshot("../../docs/essays.md");
  });
});

function table(): string {
  const rows = printedResults.map((result) => {
    const { essay, what, printed, scenario, slip } = result;
    const value = Number(ours(result).toPrecision(6));
    const verdict = slip ? `does not follow: ${slip.reason}` : "follows";
    return `| ${essay} | ${what} | ${printed} | ${value} | ${verdict} | ${scenario} |`;
  });
  return `# What the essays state, and what their own inputs give

Every number that the five essays state, beside the one that a scenario in \`scenarios/essays/\`
comes to from the essay's inputs. "Follows" means that ours rounds to what is printed, where need be with
the roundings that the essay makes on its way; the scenario says which. Twelve do not follow. Essay 002
argues without stating a result. This page is written by \`npx vitest run test/scenarios/essays.test.ts -u\`.

| essay | what | printed | ours | verdict | scenario |
| --- | --- | ---: | ---: | --- | --- |
${rows.join("\n")}
`;
}
