import { inlineEvaluator } from "../../src/simulation/inline.js";
import { simulate } from "../../src/pipeline.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Summary } from "../../src/summary/summary.js";
import { makeRecord } from "../../src/live/make-record.js";
import type { LiveRecord } from "../../src/live/live-record.js";

/** Every kind of input that a scenario may have: joined, conditional, switched, with its own parameters uncertain. */
export const EVERYTHING = `
name: everything
title: Everything
inputs:
  rent: { distribution: lognormal, p5: 1, p95: 4, unit: USD/GPU/h, nature: variability, source: Ours }
  utilization: { distribution: beta, mean: 0.6, sd: 0.1 }
  throughput: { distribution: triangular, min: 200, mode: 900, max: 3000, unit: token/s/GPU }
  fee: { distribution: normal, mean: 0.4, sd: 0.2, unit: USD/Mtoken, truncate: [0, 2] }
  batch: { distribution: poisson, mean: 6 }
  slack: { distribution: metalog, quantiles: { p10: 0.9, p50: 1, p90: 1.4 }, lower: 0 }
  mix: { distribution: mixture, components: ["1 to 1.2", 1.5], weights: [3, 1] }
  measured: { distribution: empirical, data: [0.9, 1, 1, 1.05, 1.3] }
  staff: { distribution: uniform, min: 0.1, max: 0.3 }
  drift: { distribution: normal, mean: 1, sd: "0.02 to 0.05" }
switches:
  regime:
    label: Regime
    cases:
      - { name: lean, weight: 7 }
      - { name: dear, weight: 3, inputs: { staff: { distribution: gamma, mean: 0.5, sd: 0.1 } } }
formulas:
  cost:
    formula: rent / (throughput * utilization) * slack * mix * measured * (1 + staff) * drift * (1 + 0.01 * batch) + fee
    unit: USD/Mtoken
    label: Cost per million tokens
  hourly: { formula: rent * (1 + staff), unit: USD/GPU/h }
outputs: [cost, hourly]
prices:
  List price: { price: 2.5, unit: USD/Mtoken }
  Rival: { price: 4, unit: USD/Mtoken }
correlations:
  - { between: [utilization, throughput], rank: -0.4 }
run: { draws: 16384, seed: 3, method: sobol }
`;

/** A scenario with its run and what a page would carry of it. */
export interface Live {
  readonly scenario: Scenario;
  readonly summary: Summary;
  readonly record: LiveRecord;
}

/** Runs a scenario and makes its record; throws where it has none. */
export async function liveOf(text: string): Promise<Live> {
  const scenario = parseScenario("a.yaml", text);
  const summary = await simulate(scenario, inlineEvaluator);
  const made = makeRecord(scenario, summary);
  if (!made || !("record" in made)) throw new Error(JSON.stringify(made));
  return { scenario, summary, record: made.record };
}
