import type { Distribution, DistributionSpec, ParameterValue } from "./distribution.js";

/** The parameters of one distribution, by name, exactly one listed set (and any optional ones). */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** What a parameter holds that is not a single number: `quantiles` are `{ p10: 1, p50: 2, p90: 4 }`. */
export type ParameterKind = "numbers" | "text" | "quantiles" | "distributions";

/**
 * A family of distributions: which sets of parameters name a member, and how to build it.
 * The scenario validator, the JSON Schema and the documentation are all made from these tables.
 */
export interface Family {
  readonly name: string;
  /** One line for the documentation: when to use it. */
  readonly meaning: string;
  /** Each entry is one complete way to state a member: `[["mean", "sd"], ["p5", "p95"]]`. */
  readonly parameterSets: readonly (readonly string[])[];
  /** Parameters any set may add: `["min", "max"]`. */
  readonly optional?: readonly string[];
  /** What each parameter holds; those not named are single numbers. */
  readonly kinds?: Readonly<Record<string, ParameterKind>>;
  /** One line on each parameter whose name does not say enough. */
  readonly notes?: Readonly<Record<string, string>>;
  /**
   * @param component builds the distributions among the parameters
   * @throws {ParameterError} when the values contradict each other or their ranges
   */
  readonly create: (
    parameters: Parameters,
    component: (spec: DistributionSpec) => Distribution,
  ) => Distribution;
}

/**
 * A parameter out of its range, or at odds with another one. `fix` says how to mend it, `entry` which
 * entry of a list or mapping is at fault.
 */
export class ParameterError extends RangeError {
  override readonly name = "ParameterError";
  readonly parameter: string;
  readonly fix: string;
  readonly entry: string | number | undefined;

  constructor(parameter: string, message: string, fix: string, entry?: string | number) {
    super(message);
    this.parameter = parameter;
    this.fix = fix;
    this.entry = entry;
  }
}
