/** What `logarithm` needs to know of a base b, in pairs of a number of few bits and what it leaves over. */
export interface LogarithmBase {
  /** 1 / ln b: 24 bits. */
  readonly inverseHigh: number;
  readonly inverseLow: number;
  /** log_b 2: 40 bits or fewer. */
  readonly twoHigh: number;
  readonly twoLow: number;
}

/** The bases of `log`, `log2` and `log10`. */
export const LOGARITHM_BASES = {
  log: {
    inverseHigh: 1,
    inverseLow: 0,
    twoHigh: 6.9314718036912381649e-1,
    twoLow: 1.90821492927058770002e-10,
  },
  log2: {
    inverseHigh: 1.4426950216293335,
    inverseLow: 1.9259629911266175e-8,
    twoHigh: 1,
    twoLow: 0,
  },
  log10: {
    inverseHigh: 0.4342944622039795,
    inverseLow: 1.9699272335463627e-8,
    twoHigh: 0.30102999566361177,
    twoLow: 3.694239077158931e-13,
  },
} satisfies Readonly<Record<string, LogarithmBase>>;

/**
 * Coefficients of z, z^2, ... in 2 atanh(s) / s - 2 for z = s^2 and |s| up to 0.1716, with an error below
 * 2^-58. Source: fdlibm 5.3 (Sun Microsystems, 1993), e_log.c.
 */
export const LOG_REMEZ = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;
