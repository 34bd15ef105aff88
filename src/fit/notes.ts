import { createDistribution } from "../distributions/create.js";
import type { FamilyFits, Fit } from "./fit-families.js";
import { neighbourCorrelation } from "./neighbours.js";
import type { PValues } from "./p-values.js";
import type { Sample } from "./sample.js";

/** Schwarz's criterion tells nothing below this. Kass & Raftery, "Bayes factors", JASA 90 (1995). */
const BIC_TOLD_APART = 2;
/** Beyond this excess of BIC a family is out of the question. The same paper. */
export const BIC_HOPELESS = 10;
/** A fit is called bad below this. */
const P_MIN = 0.01;
/** Ties matter where one makes a jump of this many times the usual distance, which is about 1 / √n. */
const TIE_JUMP = 0.5;
/** A run of a hundred thousand draws hardly sees outcomes that are rarer. */
const NEGATIVE_MIN = 1e-6;

/**
 * What a reader of a fit has to know, one sentence each.
 *
 * @param values in the order of the file
 * @param tested p-values of the best fit
 */
export function notesOn(
  { fits }: FamilyFits,
  values: readonly number[],
  sample: Sample,
  tested: PValues,
): readonly string[] {
  const [best, ...others] = fits;
  const near = others.filter(({ bicExcess }) => bicExcess < BIC_TOLD_APART);
  const names = near.map(({ spec }) => spec.distribution);
  const all = [
    near.length > 0 &&
      `These values do not tell ${best!.spec.distribution} from ${listed(names, "or")} (BIC within ${BIC_TOLD_APART}); choose by what the quantity can be.`,
    badFit(best!.spec.distribution, tested),
    best!.spec.distribution === "uniform" &&
      "The uniform ends at the smallest and the largest value seen; the next one may lie beyond.",
    ...outcomes(best!, sample),
    fits.some(({ estimator, bicExcess }) => estimator.discrete && bicExcess < BIC_HOPELESS) &&
      "The values are whole numbers: the probabilities of poisson are compared with other families' densities.",
    neighbours(values),
    ties(sample),
  ];
  return all.filter((note) => typeof note === "string");
}

function badFit(family: string, tested: PValues): string | undefined {
  const { value } = (tested.andersonDarling ?? tested.kolmogorovSmirnov)!;
  if (value >= P_MIN) return undefined;
  return `No family describes these values well: samples of the best, ${family}, are as far off in fewer than 1 of 100 cases. State the values themselves (distribution: empirical), or look for two kinds of them.`;
}

/** What the best fit allows that the values do not show. */
function outcomes({ spec }: Fit, { min }: Sample): readonly string[] {
  const { support, cdf, sd } = createDistribution(spec);
  const negative = min > 0 && support[0] < 0 ? cdf(0) : 0;
  return [
    ...(negative > NEGATIVE_MIN
      ? [
          `No value is below 0, but ${Number((100 * negative).toPrecision(2))}% of the outcomes of this ${spec.distribution} are; truncate it, or take a family above 0.`,
        ]
      : []),
    ...(Number.isFinite(sd)
      ? []
      : [
          `This ${spec.distribution} has no finite standard deviation: rare outcomes decide any mean.`,
        ]),
  ];
}

function neighbours(values: readonly number[]): string | undefined {
  const correlation = neighbourCorrelation(values);
  if (correlation === undefined) return undefined;
  return `Each value resembles the one before it (correlation ${correlation.toFixed(2)}). Unless the file is sorted, they are not independent: standard errors, BIC and p-values suppose that they are, and promise too much.`;
}

function ties({ sorted, count }: Sample): string | undefined {
  let [longest, run, distinct] = [1, 1, 1];
  for (let i = 1; i < count; i++) {
    run = sorted[i] === sorted[i - 1] ? run + 1 : 1;
    distinct += Number(run === 1);
    longest = Math.max(longest, run);
  }
  if (longest / count < TIE_JUMP / Math.sqrt(count) || longest === 1) return undefined;
  return `The values repeat (${distinct} distinct ones of ${count}): p-values of continuous families suppose that they are not rounded, and come out too small.`;
}

function listed(names: readonly string[], word: string): string {
  const last = names.at(-1)!;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} ${word} ${last}`;
}
