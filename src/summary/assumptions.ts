import { createDistribution } from "../distributions/create.js";
import type { Distribution } from "../distributions/distribution.js";
import { conditionsOf } from "../models/conditions.js";
import { describeDefinition } from "../models/describe-definition.js";
import type { Quantity } from "../models/quantity.js";
import type { Assumption } from "./summary.js";

const SPARKLINE_POINTS = 40;

/**
 * What a report says of a number or distribution that the outputs rest on, in its own unit.
 *
 * @param marginal of a conditional input: its distribution over all that it depends on
 */
export function describeAssumption(quantity: Quantity, marginal?: Distribution): Assumption {
  const { name, label, unit, meaning, source, grade, owner, date } = quantity;
  const { nature, definition } = quantity;
  const about = {
    name,
    label,
    unit,
    ...(meaning === undefined ? {} : { meaning }),
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade }),
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
  };
  switch (definition.kind) {
    case "formula":
      throw new RangeError(`${name} is a formula, not an assumption`);
    case "constant": {
      const { value } = definition;
      return {
        ...about,
        distribution: "fixed",
        uncertain: false,
        ...(definition.cases === undefined ? {} : { cases: definition.cases }),
        p5: value,
        p50: value,
        p95: value,
        sparkline: [],
      };
    }
    case "conditional":
    case "distribution": {
      const distribution =
        definition.kind === "distribution" ? createDistribution(definition.spec) : marginal!;
      const cases = definition.kind === "distribution" ? definition.cases : undefined;
      return {
        ...about,
        distribution: describeDefinition(definition),
        uncertain: true,
        ...(nature === "variability" ? { varies: true as const } : {}),
        ...(cases === undefined ? {} : { cases }),
        ...(definition.kind === "conditional" ? { dependsOn: conditionsOf(definition) } : {}),
        p5: distribution.quantile(0.05),
        p50: distribution.quantile(0.5),
        p95: distribution.quantile(0.95),
        sparkline: sparkline(distribution),
      };
    }
  }
}

/** The share of outcomes in each of 40 equal cells between the 0.5% and the 99.5% quantile. */
function sparkline({ quantile, cdf }: Distribution): readonly number[] {
  const from = quantile(0.005);
  const width = (quantile(0.995) - from) / SPARKLINE_POINTS;
  if (!(width > 0)) return [];
  return Array.from({ length: SPARKLINE_POINTS }, (_, cell) => {
    const mass = cdf(from + (cell + 1) * width) - cdf(from + cell * width);
    return Number(mass.toPrecision(6));
  });
}
