import { normalQuantile } from "../numeric/normal.js";
import { TAIL } from "../statistics/column.js";
import { complement } from "../statistics/complement.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import { independentDifference } from "../statistics/independent-difference.js";
import { isFiniteInterval } from "../statistics/is-finite-interval.js";
import { studentReach } from "../statistics/student-reach.js";
import type { EarlierSummary } from "./earlier-summary.js";
import type { EarlierRun, FigureSince, KeyFigure, Since } from "./since.js";
import type { Summary } from "./summary.js";

/** A figure as one run has it. */
type Found = Interval | undefined;

/**
 * Holds the leading output of a run against the same output of an earlier one.
 *
 * @param earlier has an output of that name
 * @param scale of this run's unit, how many are one of the earlier run's
 */
export function sinceEarlier(
  now: Summary,
  earlier: EarlierSummary,
  { run, scale }: { readonly run: EarlierRun; readonly scale: number },
): Since {
  const [name, output] = Object.entries(now.outputs)[0]!;
  const before = earlier.outputs[name]!;
  const main = now.breakEven.find((one) => one.output === name);
  const other = earlier.breakEven.find(
    (one) => one.output === name && one.against === main?.against,
  );
  const defined = output.undefined === 0 && before.undefined === 0;
  const percentile = (figure: KeyFigure, p: "p5" | "p50" | "p90" | "p95"): Held =>
    held(figure, scaled(before.percentiles[p], scale), output.percentiles[p]);
  const figures = [
    ...(defined && main && other
      ? held("excess", complement(other.probability), complement(main.probability))
      : []),
    ...percentile("median", "p50"),
    ...percentile("p5", "p5"),
    ...percentile("p95", "p95"),
    ...percentile("p90", "p90"),
    ...held(
      "worstTwentieth",
      scaled(intervalOf(before.worstTwentieth, earlier.run.replicates), scale),
      intervalOf(output.worstTwentieth, now.run.replicates),
    ),
  ];
  return {
    run,
    output: name,
    unit: before.unit,
    undefined: before.undefined,
    ...(other ? { price: other.price * scale } : {}),
    figures: Object.fromEntries(figures),
  };
}

type Held = readonly (readonly [KeyFigure, FigureSince])[];

/** A figure that both runs have; nothing where either has none, or one that is not finite. */
function held(figure: KeyFigure, before: Found, now: Found): Held {
  if (!before || !now) return [];
  if (![before, now].every(isFiniteInterval)) return [];
  const difference = independentDifference(before, now);
  const clear = difference.low > 0 || difference.high < 0;
  return [[figure, { before, now, difference, clear }]];
}

function scaled(found: Found, scale: number): Found {
  if (!found) return undefined;
  const { value, low, high } = found;
  return { value: value * scale, low: low * scale, high: high * scale };
}

/** A 95% interval of an estimate by its standard error, which is from that many replicates. */
function intervalOf(estimate: Estimate | null, replicates: number): Found {
  if (!estimate) return undefined;
  const { value, error } = estimate;
  const reach = replicates > 1 ? studentReach(replicates) : normalQuantile(1 - TAIL);
  return { value, low: value - reach * error, high: value + reach * error };
}
