/**
 * Coefficients of `exp` and of the last step of `raise`.
 *
 * `remez` are those of x (e^x + 1) / (e^x - 1) - 2 in powers x^2, x^4, ... for |x| up to ln 2 / 2, with an error
 * below 2^-59. Source: fdlibm 5.3 (Sun Microsystems, 1993), e_exp.c.
 */
export const EXP = {
  remez: [
    1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
    -1.6533902205465251539e-6, 4.13813679705723846039e-8,
  ],
  perLn2: 1.442695040888963387,
  /** ln 2 in two parts; times a whole number up to 2^20 the first is exact. */
  ln2High: 6.9314718036912381649e-1,
  ln2Low: 1.90821492927058770002e-10,
  /** Below it nothing but 0 is left, and above it nothing but infinity. */
  least: -750,
  most: 710,
} as const;
