import type { Expectation, Scenario } from "../scenario/scenario.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { BreakEven, ExpectationResult } from "./summary.js";

/** Holds what the scenario expects against what the run found. */
export function holdAgainst(
  scenario: Scenario,
  outputs: readonly DrawnOutput[],
  breakEven: readonly BreakEven[],
): readonly ExpectationResult[] {
  return scenario.expect.map((expectation) => holdOne(expectation, outputs, breakEven));
}

function holdOne(
  expectation: Expectation,
  outputs: readonly DrawnOutput[],
  breakEven: readonly BreakEven[],
): ExpectationResult {
  switch (expectation.kind) {
    case "percentile": {
      const output = outputs.find(({ name }) => name === expectation.output)!;
      const { label, unit } = output;
      const [low, high] = expectation.between;
      const observed = output.percentile(expectation.percentile);
      const name = expectation.percentile === 50 ? "median" : `p${expectation.percentile}`;
      return {
        expectation: `${label}, ${name} between ${low} and ${high}${unit === "1" ? "" : ` ${unit}`}`,
        observed,
        unit,
        met: low <= observed.value && observed.value <= high,
      };
    }
    case "break-even": {
      const { probability } = breakEven.find(({ against }) => against === expectation.against)!;
      const [low, high] = expectation.probability;
      return {
        expectation: `${expectation.against} covers the cost with a probability between ${low} and ${high}`,
        observed: probability,
        unit: "1",
        met: low <= probability.value && probability.value <= high,
      };
    }
  }
}
