/** Upper tail of the standard normal: Marsaglia's series near the middle, Laplace's fraction beyond. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    // Marsaglia, "Evaluating the normal distribution", J. Stat. Software 11 (2004).
    let term = z;
    let sum = z;
    for (let k = 3; sum + term !== sum; k += 2) sum += term *= (z * z) / k;
    return 0.5 - sum * density;
  }
  let fraction = z;
  for (let k = 120; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}

/** The normal distribution function to 1e-15, from no code of the project. */
export function normalCdf(z: number): number {
  return normalTail(-z);
}

export function twoSided(z: number): number {
  return Math.min(1, 2 * normalTail(Math.abs(z)));
}

/** Kolmogorov's limit law, first term: right to 1e-4 of p below 0.1. */
export function kolmogorovP(distance: number, n: number): number {
  return Math.min(1, 2 * Math.exp(-2 * n * distance * distance));
}

/**
 * Upper tail of the limit law of A², the sum of independent chi-squares over j (j + 1): the first
 * decides it, the others give a factor of √3 (Zolotarev 1961; right to 10% of p below 0.01).
 */
export function andersonDarlingP(a2: number): number {
  return Math.min(1, Math.sqrt(3) * twoSided(Math.sqrt(2 * a2)));
}

/** Both tails of a chi-square: too uneven and too even (Wilson & Hilferty 1931). */
export function chiSquareP(chi2: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  return twoSided((Math.cbrt(chi2 / degrees) - (1 - spread)) / Math.sqrt(spread));
}

/** Both tails of a Poisson count. */
export function poissonP(count: number, mean: number): number {
  const from = (first: number, step: 1 | -1): number => {
    let logTerm = -mean + first * Math.log(mean);
    for (let k = 2; k <= first; k++) logTerm -= Math.log(k);
    let term = Math.exp(logTerm);
    let sum = 0;
    for (let k = first; k >= 0 && (sum === 0 || term > sum * 1e-16); k += step) {
      sum += term;
      term *= step === 1 ? mean / (k + 1) : k / mean;
      if (sum === 0 && term === 0) break;
    }
    return sum;
  };
  return Math.min(1, 2 * Math.min(from(count, 1), from(count, -1)));
}
