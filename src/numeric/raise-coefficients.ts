/** Constants of `raise`, in pairs of a number of few bits and what it leaves over. Source: as there. */
export const RAISE = {
  /** Coefficients of s^4, s^6, ... in 3 atanh(s) / s - 3 - s^2 for |s| up to 0.1011. */
  remez: [
    5.99999999999994648725e-1, 4.28571428578550184252e-1, 3.33333329818377432918e-1,
    2.72728123808534006489e-1, 2.30660745775561754067e-1, 2.06975017800338417784e-1,
  ],
  /** 2 / (3 ln 2). */
  scale: 9.61796693925975554329e-1,
  scaleHigh: 9.61796700954437255859e-1,
  scaleLow: -7.02846165095275826516e-9,
  /** log2 1.5. */
  log2Of1_5High: 5.84962487220764160156e-1,
  log2Of1_5Low: 1.35003920212974897128e-8,
  /** ln 2. */
  ln2: 6.93147180559945286227e-1,
  ln2High: 6.93147182464599609375e-1,
  ln2Low: -1.90465429995776804525e-9,
  /** Mantissas from here to the second are compared with 1.5 instead of 1; from there on with 2. */
  root1_5: 1.224744871391589,
  root3: 1.7320508075688772,
  /** Powers of 2 beyond these are infinite or 0, however they are rounded. */
  most: 1025,
  least: -1080,
} as const;
