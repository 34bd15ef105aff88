import type { CompiledModel } from "../engine/compile-model.js";
import { compareWithPrice } from "../summary/break-even.js";
import type { OutputColumn } from "../summary/output.js";
import { summarizeOutput } from "../summary/summarize-output.js";
import type { Summary } from "../summary/summary.js";
import type { LiveRecord } from "./live-record.js";

/**
 * The summary of the live draws: the leading output and the price it is compared with, so that the
 * sentences of a report can be said of them.
 *
 * @param price in the unit of the output
 */
export function summarizeLive(
  { scenario, design, price: recorded }: LiveRecord,
  model: CompiledModel,
  output: OutputColumn,
  price: number | undefined,
): Summary {
  const compared =
    recorded && price !== undefined
      ? [{ name: recorded.name, price, unit: output.unit, output: output.name }]
      : [];
  return {
    format: "breakeven/summary/1",
    ...{ scenario: scenario.name, title: scenario.title },
    run: {
      draws: output.values.length,
      replicates: output.replicates?.length ?? 1,
      seed: design.seed,
      method: design.method,
    },
    outputs: { [output.name]: summarizeOutput(output) },
    breakEven: compared.map((one) => compareWithPrice(one, model, output)),
    ...{
      sensitivity: {},
      assumptions: [],
      formulas: [],
      correlations: [],
      expect: [],
      warnings: [],
    },
  };
}
