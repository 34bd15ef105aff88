import type { CompiledModel } from "../engine/compile-model.js";
import { drawInput, readerOf } from "../engine/draw-inputs.js";
import { createDesign } from "../sampling/create-design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Plan } from "../simulation/plan.js";
import { percentile, sortColumn } from "../statistics/percentile.js";
import type { Band, TwoBands } from "./summary.js";

/** States of knowledge, and cases under each: a power of two, so that Sobol' points stay balanced. */
const SIDE = 256;

/**
 * Keeps apart what nobody knows from what differs from case to case: two-dimensional Monte Carlo. Each
 * of 256 draws of the uncertain inputs is crossed with the same 256 draws of the varying ones. A
 * correlation between an uncertain and a varying input is lost in crossing.
 *
 * @returns one entry per output, in its own unit; none where the scenario has inputs of one kind only,
 *   or where an output is not finite everywhere
 *
 * Source: Frey & Rhodes, "Characterizing, simulating, and analyzing variability and uncertainty",
 * Human and Ecological Risk Assessment 2 (1996); Pouillot & Delignette-Muller, Int. J. Food
 * Microbiology 142 (2010), the package mc2d.
 */
export function separateBands(
  scenario: Scenario,
  model: CompiledModel,
  plan: Plan,
): ReadonlyMap<string, TwoBands> {
  const varying = new Set(
    model.quantities.filter(({ nature }) => nature === "variability").map(({ name }) => name),
  );
  const names = model.inputs.map(({ name }) => name);
  const split = scenario.outputs.filter((output) => {
    const inputs = [...model.inputsOf(output)];
    return inputs.some((name) => varying.has(name)) && inputs.some((name) => !varying.has(name));
  });
  if (split.length === 0) return new Map();
  const design = createDesign(plan.run);
  const uniforms = sampleUniforms(design, model.dependence, names, 0, SIDE);
  const read = readerOf(model.inputs, uniforms);
  for (const [k, input] of model.inputs.entries()) {
    // What depends on other inputs has its values in each state; all else has them once.
    if ("distribution" in input) drawInput(input, uniforms[k]!, read);
  }
  const byState = Array.from({ length: SIDE }, (_, state) => {
    const drawn = uniforms.map((column, k) =>
      varying.has(names[k]!) ? column.slice() : new Float64Array(SIDE).fill(column[state]!),
    );
    for (const [k, input] of model.inputs.entries()) {
      if ("given" in input) drawInput(input, drawn[k]!, readerOf(model.inputs, drawn));
    }
    return model.evaluate(drawn, SIDE).map((column) => column.slice());
  });
  return new Map(
    split.flatMap((name) => {
      const columns = byState.map((outputs) => outputs[scenario.outputs.indexOf(name)]!);
      const { unit } = model.quantities.find((quantity) => quantity.name === name)!;
      const bands = bandsOf(columns, model.units.parse(unit).scale);
      return bands ? [[name, bands]] : [];
    }),
  );
}

/** @param columns the values of all cases, one column per state of knowledge, in base units */
function bandsOf(columns: readonly Float64Array[], scale: number): TwoBands | undefined {
  if (columns.some((column) => column.some((value) => !Number.isFinite(value)))) return undefined;
  const means = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / column.length);
  const cases = columns.map((column) => sortColumn({ values: column }));
  return {
    uncertainty: bandAt((p) => quantile(means, p) / scale),
    variability: bandAt(
      (p) =>
        quantile(
          cases.map((column) => percentile(column, p).value),
          0.5,
        ) / scale,
    ),
  };
}

function bandAt(value: (p: number) => number): Band {
  return {
    p1: value(0.01),
    p5: value(0.05),
    p25: value(0.25),
    p50: value(0.5),
    p75: value(0.75),
    p95: value(0.95),
    p99: value(0.99),
  };
}

function quantile(values: readonly number[], p: number): number {
  return percentile(sortColumn({ values: Float64Array.from(values) }), p).value;
}
