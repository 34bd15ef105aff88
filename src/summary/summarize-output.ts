import type { DrawnOutput } from "./drawn-output.js";
import type { OutputSummary } from "./summary.js";

const PERCENTILES = [1, 2.5, 5, 10, 25, 50, 75, 90, 95, 97.5, 99] as const;
/** Points of the quantile curve: every half percent from 0.5% to 99.5%. */
const CURVE = Array.from({ length: 199 }, (_, k) => (k + 1) / 200);

/** Moments, percentiles and the quantile curve of an output. */
export function summarizeOutput(output: DrawnOutput): OutputSummary {
  const { label, unit, undefinedDraws } = output;
  const defined = undefinedDraws === 0;
  const { mean, sd } = defined ? output.moments() : { mean: null, sd: null };
  return {
    unit,
    label,
    mean,
    sd,
    undefined: undefinedDraws,
    percentiles: Object.fromEntries(
      PERCENTILES.map((p) => [`p${String(p).replace(".", "_")}`, output.percentile(p)]),
    ),
    worstTwentieth: defined ? output.worstTwentieth() : null,
    curve: { probability: CURVE, value: output.quantiles(CURVE) },
  };
}
