import { describe, expect, it } from "vitest";
import { createDistribution } from "../../src/distributions/create.js";
import type { DistributionSpec } from "../../src/distributions/distribution.js";
import reference from "../reference/distributions.json" with { type: "json" };

/** Quantiles of these solve an incomplete beta or gamma function. */
const SOLVED = new Set(["beta", "pert", "gamma", "student_t"]);

/** Allowed relative error; the solved ones are promised to 1e-9 and reach this. */
const toleranceOf = ({ distribution }: DistributionSpec): number =>
  SOLVED.has(distribution) ? 2e-12 : 1e-12;

const { p, q, laws } = reference as unknown as {
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly laws: readonly {
    readonly spec: DistributionSpec;
    readonly below: readonly string[];
    readonly above: readonly string[];
  }[];
};

function expectDigits(found: number, text: string, tolerance: number): void {
  const expected = Number(text);
  // Nothing has digits below the smallest normal number; an exact zero is missed by rounding alone.
  if (Math.abs(expected) < 2.3e-308) expect(Math.abs(found)).toBeLessThan(1e-15);
  else expect(Math.abs(found / expected - 1), `${found}, not ${text}`).toBeLessThan(tolerance);
}

describe.each(laws.map((law) => [JSON.stringify(law.spec), law] as const))(
  "%s",
  (_, { spec, below, above }) => {
    const { quantile, quantileAbove } = createDistribution(spec);
    const tolerance = toleranceOf(spec);

    it("has mpmath's quantiles from 1e-300 to 1 - 2^-53", () => {
      below.forEach((text, k) => expectDigits(quantile(p[k]!), text, tolerance));
    });

    it("has mpmath's upper quantiles from 1e-300", () => {
      above.forEach((text, k) => expectDigits(quantileAbove(q[k]!), text, tolerance));
    });
  },
);
