import type { Distribution, ParameterValue } from "./distribution.js";

/** The parameters of one distribution, by name, exactly one listed set (and any optional ones). */
export type Parameters = Readonly<Record<string, ParameterValue>>;

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
  /** Parameters that are lists of numbers; all others are single numbers. */
  readonly lists?: readonly string[];
  /** @throws {ParameterError} when the values contradict each other or their ranges. */
  readonly create: (parameters: Parameters) => Distribution;
}

/** A parameter out of its range, or at odds with another one. `fix` says how to mend it. */
export class ParameterError extends RangeError {
  override readonly name = "ParameterError";
  readonly parameter: string;
  readonly fix: string;

  constructor(parameter: string, message: string, fix: string) {
    super(message);
    this.parameter = parameter;
    this.fix = fix;
  }
}
