import type { Definition, Factor, Limit, Quantity, Stack } from "../models/quantity.js";

/** How draws are laid out. */
export type Method = "random" | "lhs" | "sobol";

/** A price that an output is compared with. The output covers its price where it is at or below it. */
export interface Price {
  readonly name: string;
  /** In `unit`. */
  readonly price: number;
  readonly unit: string;
  /** The output compared with it. */
  readonly output: string;
  readonly source?: string;
}

/** A rank correlation between two uncertain inputs (Spearman), joined by a Gaussian copula. */
export interface Correlation {
  readonly between: readonly [string, string];
  readonly rank: number;
  /** What the scenario asks for, where no inputs can have it and the nearest is applied instead. */
  readonly asked?: number;
  readonly source?: string;
}

/** What must hold after a run; bounds in the output's unit, or a probability in [0, 1]. */
export type Expectation =
  | {
      readonly kind: "percentile";
      readonly output: string;
      /** 0 to 100. */
      readonly percentile: number;
      readonly between: readonly [number, number];
    }
  | {
      readonly kind: "break-even";
      readonly against: string;
      readonly probability: readonly [number, number];
    };

/**
 * How precise a run has to become: it draws until the 95% interval of one statistic reaches no
 * further than this from its estimate, or until the ceiling.
 */
export type Until =
  | {
      readonly kind: "percentile";
      readonly output: string;
      /** 0 to 100. */
      readonly percentile: number;
      /** As a share of the percentile: 0.002 is 0.2%. */
      readonly halfWidth: number;
      readonly drawsMax: number;
    }
  | {
      readonly kind: "break-even";
      readonly against: string;
      /** Of the probability: 0.01 is one percentage point. */
      readonly halfWidth: number;
      readonly drawsMax: number;
    };

/** What a shock does to one quantity: it has another value or distribution, or so many times its own. */
export type Change =
  | {
      readonly kind: "set";
      readonly of: string;
      /** A number or a distribution, in `unit`; of a switch the number of a case. */
      readonly definition: Extract<Definition, { kind: "constant" | "distribution" }>;
      readonly unit: string;
    }
  | { readonly kind: "multiply"; readonly of: string; readonly factor: number };

/** A named "what if": some quantities are not what the scenario says, and all else is. */
export interface Shock {
  readonly name: string;
  readonly source?: string;
  readonly changes: readonly Change[];
}

/** A named condition: "given that utilization is above 60%". */
export interface Condition {
  readonly name: string;
  /** A comparison over quantities of the scenario: 1 where it holds, 0 where not. */
  readonly formula: string;
}

/** A choice between options, one of which is taken before the future is known. */
export interface Decision {
  /** Two at least. */
  readonly options: readonly {
    readonly name: string;
    /** What it pays, over quantities of the scenario. */
    readonly formula: string;
  }[];
  /** What all options pay in. */
  readonly unit: "USD" | "USD/year";
}

/** Years of operation, what they cost and what they bring; formulas may read the years passed. */
export interface Horizon {
  /** 1 to 30. */
  readonly years: number;
  /** USD, paid before the first year. */
  readonly investment: string;
  /** USD a year of operation, at its end. */
  readonly cash: string;
  /** A rate a year. */
  readonly discount: string;
  /** What the leading output is held against in each year, in its unit; else its first price. */
  readonly price?: string;
}

/** Whether more is to come. */
export type Status = "draft" | "final";

/** How the reports of a scenario look. */
export interface Branding {
  /** `#rrggbb`; seen on light pages and on dark ones. */
  readonly accent?: string;
  /** SVG made of plain shapes alone. */
  readonly logo?: string;
}

/** A validated scenario: plain data, with the model's quantities and the scenario's own merged. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly question?: string;
  readonly author?: string;
  readonly date?: string;
  readonly status?: Status;
  readonly notes?: string;
  readonly branding?: Branding;
  readonly model?: string;
  /** Base units declared beyond the built-in ones. */
  readonly units: readonly string[];
  /** In the order declared: the model's first, then the scenario's own. */
  readonly quantities: readonly Quantity[];
  /** How a comparison groups the quantities; the model's. */
  readonly factors: readonly Factor[];
  /** What the physics allows; the model's. */
  readonly limits: readonly Limit[];
  /** What quantities are made of; the model's. */
  readonly stacks: readonly Stack[];
  readonly outputs: readonly string[];
  readonly prices: readonly Price[];
  readonly correlations: readonly Correlation[];
  readonly run: {
    readonly draws: number;
    readonly seed: string;
    readonly method: Method;
    readonly allowUndefined: boolean;
    /** Absent where the number of draws is fixed; else `draws` is where it starts. */
    readonly until?: Until;
  };
  readonly expect: readonly Expectation[];
  readonly stress: readonly Shock[];
  readonly given: readonly Condition[];
  readonly decision: Decision | undefined;
  readonly horizon: Horizon | undefined;
}
