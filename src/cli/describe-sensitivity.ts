import {
  formatCorrelation,
  formatCount,
  formatNumber,
  formatProbability,
} from "../report/format.js";
import { sensitivitySentence } from "../report/sensitivity-sentence.js";
import type { Share } from "../sensitivity/explain-variance.js";
import type { Interval } from "../statistics/estimate.js";
import type { Aspect, SensitivityAnalysis, Shares } from "../summary/sensitivity-analysis.js";
import { swingOf } from "../summary/swings.js";
import { table } from "./table.js";

const ASPECTS = ["decision", "logarithm", "value"] as const;
const SHORT = { decision: "decision", logarithm: "log", value: "value" } as const;

/** A sensitivity analysis for the terminal: the answer, the ranking, what it rests on. */
export function describeSensitivity(analysis: SensitivityAnalysis): string {
  const { title, inputs, rest, label, warnings, run, method } = analysis;
  const head = `${title}: what drives ${label}\n${sensitivitySentence(analysis)}\n`;
  if (inputs.length === 0) return head;
  const aspects = ASPECTS.filter((aspect) => inputs[0]!.shares[aspect] !== undefined);
  const rows = inputs.map(({ input, label: name, rank, shares, pawn }) => [
    name,
    ...shareCells(shares, aspects),
    formatCorrelation(rank),
    plusMinus(pawn.distance, 1, 2),
    ...slopeCells(analysis, input),
    ...swingCells(analysis, input),
  ]);
  const empty = ["", "", ...slopeCells(analysis, ""), ...swingCells(analysis, "")];
  const others = rest
    ? [[`${rest.inputs.length} others`, ...shareCells(rest.shares, aspects), ...empty]]
    : [];
  const columns = aspects.flatMap((aspect) =>
    method === "sobol" ? [`${SHORT[aspect]} S1`, `${SHORT[aspect]} ST`] : [SHORT[aspect]],
  );
  const more = [
    ...(analysis.regression ? ["PRCC", "SRRC"] : []),
    ...(analysis.swings ? ["at P10", "at P90"] : []),
  ];
  const listed = table(["input", ...columns, "rank", "PAWN", ...more], [...rows, ...others]);
  const notes = [...legend(analysis, aspects), ...warnings.map((warning) => `Note: ${warning}`)];
  const work = `${formatCount(run.draws)} draws, ${formatCount(run.evaluations)} evaluations, seed ${run.seed}.`;
  return `${head}\n${listed}\n${[...notes, work].join("\n")}\n`;
}

function slopeCells({ regression }: SensitivityAnalysis, input: string): readonly string[] {
  if (!regression) return [];
  const slopes = regression.inputs.find((one) => one.input === input);
  if (!slopes) return ["", ""];
  return [slopes.partial, slopes.standardized].map(({ value }) => formatCorrelation(value));
}

function swingCells({ swings, unit }: SensitivityAnalysis, input: string): readonly string[] {
  if (!swings) return [];
  const own = swings.inputs.find((one) => one.input === input);
  if (!own) return ["", ""];
  const { low, high } = swingOf(own);
  return [formatNumber(low, unit), formatNumber(high, unit)];
}

function shareCells(shares: Shares, aspects: readonly Aspect[]): readonly string[] {
  return aspects.flatMap((aspect) => cellsOf(shares[aspect]!));
}

function cellsOf(share: Share): readonly string[] {
  const parts = share.kind === "sobol" ? [share.first, share.total] : [share.effect];
  return parts.map((part) => (Number.isNaN(part.value) ? "undefined" : plusMinus(part, 100, 0)));
}

/** A value with half its interval, with a decimal more where that is below one of the last. */
function plusMinus({ value, low, high }: Interval, factor: number, decimals: number): string {
  const half = ((high - low) / 2) * factor;
  const digits = half < 10 ** -decimals ? decimals + 1 : decimals;
  const text = (Math.abs(value) * factor).toFixed(digits);
  const sign = value < 0 && Number(text) !== 0 ? "−" : "";
  return `${sign}${text}${factor === 100 ? "%" : ""} ± ${half.toFixed(digits)}`;
}

function legend(analysis: SensitivityAnalysis, aspects: readonly Aspect[]): readonly string[] {
  const { method, inputs, price } = analysis;
  const shares =
    method === "sobol"
      ? "S1: share of the variance that the input explains alone; ST: with its interactions"
      : "Shares: Shapley effects, which add up to 100% and deal out evenly what inputs have in common";
  const { regression, swings, unit } = analysis;
  const noise = inputs[0]!.pawn.noise.toFixed(3);
  return [
    ...(aspects.length > 0 ? [`${shares}; ± is half the 95% interval.`] : []),
    ...(aspects.includes("decision")
      ? [`Decision: whether the output is at or below ${price!.against}.`]
      : []),
    `Rank: Spearman's correlation. PAWN: how far knowing the input moves the distribution; up to ${noise} may be chance.`,
    ...(regression
      ? [
          `PRCC, SRRC: partial correlation and slope of the ranks, the other inputs held; a straight line has ${formatProbability(regression.explained.value)} of their variance.`,
        ]
      : []),
    ...(swings
      ? [
          `P10, P90: the output${unit === "1" ? "" : ` (${unit})`} with the input there and all others at their medians.`,
        ]
      : []),
  ];
}
