import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { models } from "../../src/models/library.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { stackFigure } from "../../src/report/figures/stack.js";
import { formatNumber } from "../../src/report/format.js";
import { compileModel } from "../../src/engine/compile-model.js";
import { runDraws } from "../../src/run-draws.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { finishRun } from "../../src/summary/finished-run.js";
import { summarize } from "../../src/summary/summarize.js";
import { stackOf } from "../../src/summary/stack.js";
import { fixtureSummary } from "../report/fixtures.js";
import { finished } from "./finished.js";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".yaml"),
);

describe("the stacks of the library", () => {
  it.each(
    models.flatMap((model) => (model.stacks ?? []).map((stack) => [model.name, stack] as const)),
  )("%s: every term is of the unit of what it is a part of", (name, { of, terms }) => {
    const unit = models
      .find((model) => model.name === name)!
      .quantities.find((quantity) => quantity.name === of)!.unit;
    const all = terms.flatMap((term) => [term, ...(term.terms ?? [])]);
    const formulas = all.map(
      ({ formula }, k) =>
        `  term_${k}: { formula: "${formula}", unit: "${unit}", label: Term ${k} }`,
    );
    const names = all.map((_, k) => `term_${k}`).join(", ");
    expect(() =>
      parseScenario(
        "a.yaml",
        `name: a\ntitle: t\nmodel: ${name}\nformulas:\n${formulas.join("\n")}\noutputs: [${names}]`,
      ),
    ).not.toThrow();
  });

  it.each(
    models.flatMap((model) => (model.stacks ?? []).map(({ of }) => [model.name, of] as const)),
  )("%s: %s is broken up as the model stands, and adds up", async (name, of) => {
    const run = await finished(`title: t\nmodel: ${name}\noutputs: [${of}]\nrun: { draws: 4096 }`);
    const stack = stackOf(run)!;
    expect(stack.terms.length).toBeGreaterThan(1);
    const sum = stack.terms.reduce((total, { value }) => total + value, 0);
    expect(sum / stack.total).toBeCloseTo(1, 12);
  });
});

/** The figures printed at the steps of a waterfall before the median, and the median's. */
function printedBy(figure: NonNullable<ReturnType<typeof stackFigure>>): readonly number[] {
  const texts = JSON.stringify(figure.wide).matchAll(/"label":"([^"]*)"[^{}]*?"text":"([^"]*)"/g);
  const byLabel = new Map([...texts].map(([, label, text]) => [label!, text!]));
  return [...byLabel.values()].map((text) =>
    Number(
      /(\u2212?)\$?([\d,.]+)/
        .exec(text)!
        .slice(1)
        .join("")
        .replace("\u2212", "-")
        .replaceAll(",", ""),
    ),
  );
}

describe("the waterfall of a bundled scenario", () => {
  it.each(files)("%s adds up to the median to the cent, stored and as printed", async (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const whole = parseScenario(file, text);
    const scenario = { ...whole, run: { ...whole.run, draws: Math.min(8192, whole.run.draws) } };
    const model = compileModel(scenario);
    const run = finishRun(scenario, model, await runDraws(scenario, model, inlineEvaluator));
    const stack = stackOf(run);
    if (!stack) return;
    const summary = summarize(run);
    const output = summary.outputs[stack.output]!;
    expect(stack.total).toBeCloseTo(output.percentiles["p50"]!.value, 10);
    const sum = stack.terms.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - stack.total)).toBeLessThan(1e-9 * Math.abs(stack.total) + 1e-12);
    const printed = printedBy(stackFigure(summary)!);
    const terms = printed.slice(0, stack.terms.length);
    const median = printed[stack.terms.length]!;
    expect(median).toBe(
      Number(formatNumber(stack.total, output.unit).replaceAll(",", "").replace("\u2212", "-")),
    );
    expect(terms.reduce((total, x) => total + x, 0)).toBeCloseTo(median, 9);
  });
});

describe("a stack", () => {
  it("is that of the first essay, worked out by hand", async () => {
    const text = readFileSync(new URL("essays/essay-000-kimi-k2-h200.yaml", folder), "utf8");
    const { terms, factor, futures } = stackOf(await finished(text.replace(/^name:.*\n/m, "")))!;
    const value = Object.fromEntries(terms.map((term) => [term.label, term.value]));
    // Hardware 39.93, doubled for training, a quarter of overhead on both, 30% of margin on top.
    const hardware =
      value["GPU capital"]! + value["Power and operation"]! + value["Idle capacity"]!;
    expect(hardware).toBeCloseTo(39.93, 2);
    expect(value["Idle capacity"]).toBeCloseTo(0.2 * hardware, 9);
    expect(value["Training"]).toBeCloseTo(hardware, 9);
    expect(value["Overhead"]).toBeCloseTo(0.25 * 2 * hardware, 9);
    expect(value["Margin"]).toBeCloseTo((2.5 * hardware * 0.3) / 0.7, 9);
    expect([factor, futures]).toEqual([1, 1]);
  });

  it("does not break up the GPU-hour where a scenario states it", async () => {
    const { terms } = stackOf(
      await finished(
        "title: t\nmodel: token-cost\ninputs: { gpu_hour_cost: 2 }\nrun: { draws: 4096 }",
      ),
    )!;
    expect(terms.map(({ label }) => label)).toEqual([
      "GPU-hours that serve",
      "Idle capacity",
      "Training",
      "Overhead",
    ]);
  });

  it("is not shown where a scenario has a formula of its own in the place of the model's", async () => {
    const run = await finished(`title: t
model: token-cost
formulas: { cost_per_token: { formula: "raw_cost_per_token * 2", unit: USD/Mtoken, label: Cost } }
run: { draws: 4096 }
outputs: [cost_per_token]`);
    expect(stackOf(run)).toBeUndefined();
  });

  it("leaves out terms that are nothing", async () => {
    const { terms } = stackOf(
      await finished(
        "title: t\nmodel: token-cost\ninputs: { owned_share: 1, overhead: 0 }\nrun: { draws: 4096 }",
      ),
    )!;
    expect(terms.map(({ label }) => label)).not.toContain("Rented GPUs");
    expect(terms.map(({ label }) => label)).not.toContain("Overhead");
  });

  it("has errors that the spread over seeds bears out", async () => {
    const runs = await Promise.all(
      Array.from({ length: 24 }, (_, seed) =>
        finished(`title: t\nmodel: token-cost\nrun: { draws: 4096, seed: ${seed} }`),
      ),
    );
    const shares = runs.map((run) => {
      const { terms, total } = stackOf(run)!;
      const training = terms.find(({ label }) => label === "Training")!;
      return { share: training.value / total, error: training.error / total };
    });
    const mean = shares.reduce((sum, { share }) => sum + share, 0) / 24;
    const spread = Math.sqrt(shares.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / 23);
    const error = Math.sqrt(shares.reduce((sum, one) => sum + one.error ** 2, 0) / 24);
    // A variance of 23 degrees lies within a factor of 2.2 of the true one with a probability of 0.999.
    expect(spread / error).toBeGreaterThan(1 / 1.6);
    expect(spread / error).toBeLessThan(1.6);
  });

  it("needs no chart in a summary of old", () => {
    expect(stackFigure(fixtureSummary())).toBeUndefined();
  });
});
