import type { Bounds } from "./beta.js";
import type { Estimate } from "./estimator.js";
import { familiesToFit } from "./families-to-fit.js";
import { type FamilyFits, type Fit, fitFamilies } from "./fit-families.js";
import { inputSnippet, type Measured } from "./input-snippet.js";
import { BIC_HOPELESS, notesOn } from "./notes.js";
import { type PValue, type PValues, pValues } from "./p-values.js";
import { type Sample, sampleOf } from "./sample.js";

/** A statistic of a fit and its p-values; the p-value is null where it was not simulated. */
export interface Tested {
  readonly statistic: number;
  readonly p: PValue | null;
}

/** One family fitted, as `--json` prints it. */
export interface FitRecord {
  readonly distribution: string;
  readonly estimates: readonly Estimate[];
  /** The complete parameters, stated ones among them. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly bicExcess: number;
  readonly kolmogorovSmirnov: Tested;
  /** Null where the statistic does not exist. */
  readonly andersonDarling: Tested | null;
  /** To paste into a scenario. */
  readonly yaml: string;
}

/** Everything that is known of a column after fitting, as `--json` prints it. */
export interface ColumnFit {
  readonly format: "breakeven/fit/1";
  readonly file: string;
  readonly column: string;
  readonly unit: string | null;
  readonly values: {
    readonly count: number;
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    /** With divisor n - 1. */
    readonly sd: number;
  };
  /** Best first, by BIC. */
  readonly fits: readonly FitRecord[];
  readonly excluded: FamilyFits["excluded"];
  readonly notes: readonly string[];
}

/** What a picture is drawn from. */
export interface FittedSample {
  readonly record: ColumnFit;
  readonly sample: Sample;
  readonly fits: readonly Fit[];
}

/**
 * Fits every family to the values of a column. The same values give the same bits.
 *
 * @param values finite, at least 8, not all equal, in the order of the file, as `readSample` gives them
 * @param bounds ends that the quantity is known to lie between
 */
export function fitColumn(
  values: readonly number[],
  measured: Omit<Measured, "count">,
  bounds?: Bounds,
): FittedSample {
  const sample = sampleOf(values);
  const { count, min, max, mean, sd } = sample;
  const families = fitFamilies(sample, familiesToFit(bounds));
  // The others' p-values would only cost time.
  const tested = families.fits.map((fit) =>
    fit.bicExcess < BIC_HOPELESS ? pValues(fit, count) : undefined,
  );
  const { file, column, unit } = measured;
  const record: ColumnFit = {
    format: "breakeven/fit/1",
    file,
    column,
    unit: unit ?? null,
    values: { count, min, max, mean, sd: sd * Math.sqrt(count / (count - 1)) },
    fits: families.fits.map((fit, k) => recordOf(fit, tested[k], { ...measured, count })),
    excluded: families.excluded,
    notes: notesOn(families, values, sample, tested[0]!),
  };
  return { record, sample, fits: families.fits };
}

function recordOf(fit: Fit, tested: PValues | undefined, measured: Measured): FitRecord {
  const { spec, estimates, logLikelihood, aic, bic, bicExcess } = fit;
  const { kolmogorovSmirnov, andersonDarling } = fit;
  return {
    distribution: spec.distribution,
    estimates,
    parameters: spec.parameters as Readonly<Record<string, number>>,
    logLikelihood,
    aic,
    bic,
    bicExcess,
    kolmogorovSmirnov: { statistic: kolmogorovSmirnov, p: tested?.kolmogorovSmirnov ?? null },
    andersonDarling:
      andersonDarling === undefined
        ? null
        : { statistic: andersonDarling, p: tested?.andersonDarling ?? null },
    yaml: inputSnippet(fit, measured),
  };
}
