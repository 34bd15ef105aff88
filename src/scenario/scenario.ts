import type { Factor, Limit, Quantity } from "../models/quantity.js";

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
}
