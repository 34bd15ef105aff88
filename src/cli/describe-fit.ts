import type { Estimate } from "../fit/estimator.js";
import type { ColumnFit, FitRecord, Tested } from "../fit/fit-column.js";
import { table } from "./table.js";

/** A fit as the terminal shows it: the ranking, what to know of it, and the YAML of the best. */
export function describeFit({ file, column, values, fits, excluded, notes }: ColumnFit): string {
  const { count, min, max, mean, sd } = values;
  const range = `from ${short(min)} to ${short(max)}, mean ${short(mean)}, sd ${short(sd)}`;
  const best = fits[0]!;
  const parts = [
    `${column} of ${file}: ${count} values ${range}\n`,
    table(
      ["", "family", "parameters ± standard error", "BIC", "excess", "KS", "p", "AD", "p"],
      fits.map((fit, k) => [`${k + 1}`, ...row(fit)]),
    ),
    METHOD,
    ...(excluded.length > 0
      ? [
          `Not fitted:\n${excluded.map(({ family, reason }) => `- ${family}: ${reason}\n`).join("")}`,
        ]
      : []),
    ...(notes.length > 0 ? [`To know:\n${notes.map((note) => `- ${note}\n`).join("")}`] : []),
    `For a scenario (${best.distribution}):\n\n${best.yaml}`,
  ];
  return parts.join("\n");
}

const METHOD = `Maximum likelihood, ranked by BIC. Standard errors are by the observed information; those of a uniform
by the spread of extremes. KS: Kolmogorov-Smirnov distance, AD: Anderson-Darling statistic. p: the share
of 399 simulated samples of the fitted family, each fitted again, that are farther from their fit
(± 0.025 at most); not simulated (-) for families whose BIC is 10 or more above the best.
`;

function row(fit: FitRecord): readonly string[] {
  const { distribution, bic, bicExcess, kolmogorovSmirnov, andersonDarling } = fit;
  return [
    distribution,
    parametersOf(fit),
    bic.toFixed(1),
    bicExcess.toFixed(1),
    ...cells(kolmogorovSmirnov),
    ...cells(andersonDarling),
  ];
}

function parametersOf({ estimates, parameters }: FitRecord): string {
  const estimated = estimates.map(withError);
  const names = new Set(estimates.map(({ name }) => name));
  const stated = Object.entries(parameters)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => `${name} ${value} (stated)`);
  return [...estimated, ...stated].join(", ");
}

/** Both to the second digit of the error: `median 812 ± 30`. */
function withError({ name, value, error }: Estimate): string {
  const exponent = (size: number): number => Math.floor(Math.log10(size));
  const digits = value === 0 ? 1 : exponent(Math.abs(value)) - exponent(error) + 2;
  const shown = Number(value.toPrecision(Math.min(Math.max(digits, 1), 15)));
  return `${name} ${shown} ± ${short(error, 2)}`;
}

function cells(tested: Tested | null): readonly [statistic: string, p: string] {
  if (tested === null) return ["-", "-"];
  const { statistic, p } = tested;
  return [short(statistic, 3), p === null ? "-" : p.value < 0.01 ? "<0.01" : p.value.toFixed(2)];
}

function short(value: number, digits = 4): string {
  return String(Number(value.toPrecision(digits)));
}
