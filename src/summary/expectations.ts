import type { Expectation, Scenario } from "../scenario/scenario.js";
import { errorsFrom } from "../statistics/errors-from.js";
import type { Interval } from "../statistics/estimate.js";
import { tooClose } from "../statistics/too-close.js";
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
        kind: expectation.kind,
        expectation: `${label}, ${name} between ${low} and ${high}${unit === "1" ? "" : ` ${unit}`}`,
        observed,
        unit,
        met: low <= observed.value && observed.value <= high,
        ...heldTo(expectation.between, observed, output),
      };
    }
    case "break-even": {
      const price = breakEven.find(({ against }) => against === expectation.against)!;
      const { probability } = price;
      const output = outputs.find(({ name }) => name === price.output)!;
      const [low, high] = expectation.probability;
      return {
        kind: expectation.kind,
        expectation: `${expectation.against} suffices with a probability between ${low} and ${high}`,
        observed: probability,
        unit: "1",
        met: low <= probability.value && probability.value <= high,
        // No probability lies beyond 0 or 1.
        ...heldTo(
          expectation.probability.filter((bound) => bound > 0 && bound < 1),
          probability,
          output,
        ),
      };
    }
  }
}

/** What the simulation error leaves of the verdict; it tells nothing of draws without a finite value. */
function heldTo(
  bounds: readonly number[],
  observed: Interval,
  { draws, undefinedDraws }: DrawnOutput,
): Pick<ExpectationResult, "tooClose" | "margin"> {
  if (undefinedDraws > 0) return {};
  const [close] = bounds.flatMap((bound) => tooClose(observed, bound, draws) ?? []);
  const [nearest] = bounds
    .flatMap((bound) => {
      const standardErrors = errorsFrom(observed, bound);
      return standardErrors === undefined ? [] : [{ bound, standardErrors }];
    })
    .toSorted((a, b) => a.standardErrors - b.standardErrors);
  return {
    ...(nearest === undefined ? {} : { margin: nearest }),
    ...(close === undefined ? {} : { tooClose: close }),
  };
}
