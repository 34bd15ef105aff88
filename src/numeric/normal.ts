import { horner } from "./horner.js";

const SQRT_2 = Math.SQRT2;

// Wichura's coefficients, named as in the paper: centre A / B, middle tail C / D, far tail E / F.
const A = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const B = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
  7.7454501427834140764e-4,
];
const D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
  2.01033439929228813265e-7,
];
const F = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
  2.04426310338993978564e-15,
];

/**
 * The standard normal quantile: the score below which a share p of outcomes lies.
 * Relative error below 1e-15 or so for p from 1e-300 to 1 - 2^-53; the tests hold it to 1e-14.
 *
 * @param p in (0, 1)
 *
 * Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
 * Statistics 37 (1988), PPND16.
 */
export function normalQuantile(p: number): number {
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * degree7(A, r)) / degree7(B, r);
  }
  const r = Math.sqrt(-Math.log(fromMiddle < 0 ? p : 1 - p));
  const score =
    r <= 5 ? degree7(C, r - 1.6) / degree7(D, r - 1.6) : degree7(E, r - 5) / degree7(F, r - 5);
  return fromMiddle < 0 ? -score : score;
}

/** Horner's rule written out: what correlated inputs spend most of their time on. */
function degree7(c: readonly number[], x: number): number {
  const upper = ((c[7]! * x + c[6]!) * x + c[5]!) * x + c[4]!;
  return (((upper * x + c[3]!) * x + c[2]!) * x + c[1]!) * x + c[0]!;
}

/**
 * The share of a standard normal at or below x. Relative error below 1e-13 down to 1e-300.
 *
 * @param x any number
 */
export function normalCdf(x: number): number {
  return erfc(-x / SQRT_2) / 2;
}

// Cody's coefficients: |x| <= 0.46875, up to 4, beyond 4.
const SMALL_P = [
  3209.37758913846947, 377.485237685302021, 113.86415415105016, 3.1611237438705656,
  0.185777706184603153,
];
const SMALL_Q = [
  2844.23683343917062, 1282.61652607737228, 244.024637934444173, 23.6012909523441209, 1,
];
const MIDDLE_P = [
  1230.33935479799725, 2051.07837782607147, 1712.04761263407058, 881.952221241769091,
  298.635138197400131, 66.1191906371416295, 8.88314979438837594, 0.564188496988670089,
  2.15311535474403846e-8,
];
const MIDDLE_Q = [
  1230.33935480374942, 3439.36767414372164, 4362.61909014324716, 3290.79923573345963,
  1621.38957456669018, 537.181101862009858, 117.693950891312499, 15.7449261107098347, 1,
];
const FAR_P = [
  -6.58749161529837803e-4, -0.0160837851487422766, -0.125781726111229246, -0.360344899949804439,
  -0.305326634961232344, -0.0163153871373020978,
];
const FAR_Q = [
  0.00233520497626869185, 0.0605183413124413191, 0.527905102951428412, 1.87295284992346047,
  2.56852019228982242, 1,
];
const INVERSE_SQRT_PI = 0.56418958354775628695;

/**
 * The complementary error function.
 * Source: Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969).
 */
function erfc(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.46875) return 1 - (x * horner(SMALL_P, x * x)) / horner(SMALL_Q, x * x);
  const tail = size <= 4 ? middleTail(size) : farTail(size);
  return x < 0 ? 2 - tail : tail;
}

function middleTail(x: number): number {
  return (gaussian(x) * degree8(MIDDLE_P, x)) / degree8(MIDDLE_Q, x);
}

function degree8(c: readonly number[], x: number): number {
  const upper = (((c[8]! * x + c[7]!) * x + c[6]!) * x + c[5]!) * x + c[4]!;
  return (((upper * x + c[3]!) * x + c[2]!) * x + c[1]!) * x + c[0]!;
}

function farTail(x: number): number {
  if (x > 27) return 0;
  const inverseSquare = 1 / (x * x);
  const ratio = (inverseSquare * horner(FAR_P, inverseSquare)) / horner(FAR_Q, inverseSquare);
  return (gaussian(x) / x) * (INVERSE_SQRT_PI + ratio);
}

/** exp(-x²), the square split in two so that its rounding does not grow with x (Cody). */
function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
}
