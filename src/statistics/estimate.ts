/** An estimate and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** An estimate and a 95% confidence interval of its Monte Carlo error. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
