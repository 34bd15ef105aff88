import type { Expectation, Scenario } from "../scenario/scenario.js";
import type { Interval } from "../statistics/estimate.js";
import { type TooClose, tooClose } from "../statistics/too-close.js";
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
        ...closeTo(expectation.between, observed, output),
      };
    }
    case "break-even": {
      const price = breakEven.find(({ against }) => against === expectation.against)!;
      const { probability } = price;
      const output = outputs.find(({ name }) => name === price.output)!;
      const [low, high] = expectation.probability;
      return {
        expectation: `${expectation.against} suffices with a probability between ${low} and ${high}`,
        observed: probability,
        unit: "1",
        met: low <= probability.value && probability.value <= high,
        ...closeTo(expectation.probability, probability, output),
      };
    }
  }
}

/** More draws tell nothing of those that have no finite value. */
function closeTo(
  bounds: readonly number[],
  observed: Interval,
  { draws, undefinedDraws }: DrawnOutput,
): { readonly tooClose?: TooClose } {
  if (undefinedDraws > 0) return {};
  const [close] = bounds.flatMap((bound) => tooClose(observed, bound, draws) ?? []);
  return close === undefined ? {} : { tooClose: close };
}
