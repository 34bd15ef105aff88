import type { PointAnswer } from "../comparison/point-answer.js";
import type { Convergence } from "./convergence.js";
import type { Branding, Expectation, Status } from "../scenario/scenario.js";
import type { Driver } from "../sensitivity/drivers.js";
import type { Associations } from "./associations.js";
import type { Beliefs, BreakEvenValues } from "./beliefs.js";
import type { HeatMap } from "./heat-map.js";
import type { Judgement } from "./judgement.js";
import type { Swings } from "./swings.js";
import type { Estimate, Interval } from "../statistics/estimate.js";
import type { TooClose } from "../statistics/too-close.js";
import type { Cases } from "./cases.js";
import type { Losses } from "./losses.js";
import type { Margin } from "./margin.js";
import type { CostStack } from "./stack.js";
import type { DecisionValue } from "./decision.js";
import type { GivenCondition } from "./given.js";
import type { HorizonSummary } from "./horizon.js";
import type { Since } from "./since.js";
import type { StressTest } from "./stress.js";
import type { BaseCase } from "./base-case.js";

/** `p1 p5 p10 p25 p50 p75 p90 p95 p99` (and p2_5, p97_5). */
export type PercentileName = `p${string}`;

/** Percentiles of a band, in the output's unit. */
export type Band = Readonly<Record<"p1" | "p5" | "p25" | "p50" | "p75" | "p95" | "p99", number>>;

/** What nobody knows and what differs from case to case, kept apart. */
export interface TwoBands {
  /** Of the mean over all cases, over 256 states of knowledge. */
  readonly uncertainty: Band;
  /** Of single cases, at the median over the states of knowledge. */
  readonly variability: Band;
}

/** One output of a run, in its own unit. Moments are null when any draw was undefined. */
export interface OutputSummary {
  readonly unit: string;
  readonly label: string;
  readonly mean: (Estimate & Interval) | null;
  readonly sd: Estimate | null;
  /** Draws whose value was not a finite number. */
  readonly undefined: number;
  readonly percentiles: Readonly<Record<PercentileName, Interval>>;
  /** Mean of the costliest twentieth (CVaR 95); null when any draw was undefined. */
  readonly worstTwentieth: Estimate | null;
  /** Only where some of its inputs are tagged as variability and others are not. */
  readonly bands?: TwoBands;
  /** The quantile curve: `value[k]` is the quantile at `probability[k]`, for charts. */
  readonly curve: { readonly probability: readonly number[]; readonly value: readonly number[] };
}

/** How often an output is at or below a price. */
export interface BreakEven {
  readonly output: string;
  readonly against: string;
  /** In `unit`, which is the output's own. */
  readonly price: number;
  readonly unit: string;
  readonly source?: string;
  readonly probability: Interval;
  /** Where the run cannot tell whether it suffices in more than half of futures or in fewer. */
  readonly tooClose?: TooClose;
}

/** One uncertain input or fixed number that the outputs rest on, in its own unit. */
export interface Assumption {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly meaning?: string;
  /** `lognormal, p5 300,000, p95 330,000`, `fixed`. */
  readonly distribution: string;
  readonly uncertain: boolean;
  /** Differs from case to case, rather than being one number that nobody knows. */
  readonly varies?: true;
  /** Of a switch: the names of its values 0, 1, 2 and so on. */
  readonly cases?: readonly string[];
  /** Of an input whose distribution depends on others: their names. */
  readonly dependsOn?: readonly string[];
  /** Of an input that depends on others, these and `sparkline` are over all that they may be. */
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Density at evenly spaced points from the 0.5% to the 99.5% quantile; empty where fixed. */
  readonly sparkline: readonly number[];
  readonly source?: string;
  readonly grade?: "A" | "B" | "C";
  /** Who answers for it. */
  readonly owner?: string;
  /** When it was published, measured or judged: `2026-03-31` or `2026-03`. */
  readonly date?: string;
}

/** An expectation of the scenario, held against what the run found. */
export interface ExpectationResult {
  /** What is expected: a percentile of an output, or the probability that a price suffices. */
  readonly kind: Expectation["kind"];
  /** As a sentence: `median of cost_per_token between 4 and 12 USD/Mtoken`. */
  readonly expectation: string;
  readonly observed: Interval;
  readonly unit: string;
  readonly met: boolean;
  /** The nearest bound, in the same unit, and its distance; absent where the number has no error. */
  readonly margin?: { readonly bound: number; readonly standardErrors: number };
  /** Where the run cannot tell whether it is met. */
  readonly tooClose?: TooClose;
}

/** How precise a run that grows became, and what for; `reached` and `asked` are half-widths of 95% intervals. */
export interface Precision {
  readonly output: string;
  /** The percentile of the output that had to be precise, relative to its value. */
  readonly percentile?: number;
  /** Or the price whose probability had to be. */
  readonly against?: string;
  readonly asked: number;
  readonly reached: number;
  readonly met: boolean;
  /** Draws the run began with. */
  readonly planned: number;
  /** Draws it ended with. */
  readonly used: number;
}
/** What the shares of an output's drivers are shares of, or why they are absent. */
export type VarianceNote =
  | {
      readonly of: "logarithm" | "value";
      /** Base points of the estimate. */
      readonly points: number;
      /** Where the shares are Shapley effects instead of first-order and total indices. */
      readonly method?: "shapley";
      /** Why the variance may not exist. */
      readonly warning?: string;
    }
  | { readonly refused: string };

/** Everything a report prints. The format is a public contract: `summary.json`. */
export interface Summary {
  readonly format: "breakeven/summary/1";
  readonly scenario: string;
  readonly title: string;
  readonly question?: string;
  readonly author?: string;
  readonly date?: string;
  readonly status?: Status;
  readonly notes?: string;
  readonly branding?: Branding;
  readonly run: {
    readonly draws: number;
    readonly replicates: number;
    readonly seed: string;
    readonly method: string;
    /** Only where the number of draws was set by a precision to reach. */
    readonly precision?: Precision;
  };
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  readonly breakEven: readonly BreakEven[];
  readonly sensitivity: Readonly<Record<string, readonly Driver[]>>;
  /** The leading output at the medians of the inputs and its factors; summaries of old have none. */
  readonly point?: PointAnswer;
  /** Every quantity at the medians of the inputs; summaries of old have none. */
  readonly base?: BaseCase;
  /** By output; absent for one that nothing uncertain moves. */
  readonly variance?: Readonly<Record<string, VarianceNote>>;
  /** How losing futures differ from the others; where there is a price that some futures exceed. */
  readonly losses?: Losses;
  /** What the main price leaves on average, and when it loses. */
  readonly margin?: Margin;
  /** The inputs where the leading output is low, in the middle and high. */
  readonly cases?: Cases;
  /** What the median of an output is made of; where the model says how. */
  readonly stack?: CostStack;
  /** What one would have to believe for the bet; absent without a price that inputs decide. */
  readonly beliefs?: Beliefs;
  /** Where each future breaks even along an input. */
  readonly breakEvenValues?: BreakEvenValues;
  readonly heatMap?: HeatMap;
  /** Of the leading output, where its drivers have shares. */
  readonly judgement?: Judgement;
  /** By output. */
  readonly swings?: Readonly<Record<string, Swings>>;
  /** By output. */
  readonly associations?: Readonly<Record<string, Associations>>;
  readonly assumptions: readonly Assumption[];
  readonly formulas: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string;
    readonly formula: string;
    readonly source?: string;
  }[];
  readonly correlations: readonly {
    readonly between: readonly [string, string];
    readonly asked: number;
    /** Differs from `asked` where the correlations asked for cannot hold together. */
    readonly applied: number;
    /** Between the draws. */
    readonly achieved: number;
  }[];
  readonly convergence?: Convergence;
  readonly expect: readonly ExpectationResult[];
  /** What the scenario's shocks do; absent where it declares none, as are the three below. */
  readonly stress?: StressTest;
  readonly given?: readonly GivenCondition[];
  readonly decision?: DecisionValue;
  readonly horizon?: HorizonSummary;
  /** What changed since an earlier run, where one was named. */
  readonly since?: Since;
  readonly warnings: readonly string[];
}
