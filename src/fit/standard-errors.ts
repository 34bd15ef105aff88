import { invertPositive } from "../numeric/invert-positive.js";

/**
 * Standard errors of parameters by the observed information: minus the second derivatives of the
 * likelihood at its top. NaN where the top is too flat to tell.
 *
 * @param information of the mean log density, row by row
 *
 * Source: Efron & Hinkley, "Assessing the accuracy of the maximum likelihood estimator: observed
 * versus expected Fisher information", Biometrika 65 (1978).
 */
export function standardErrors(
  information: readonly (readonly number[])[],
  count: number,
): readonly number[] {
  const covariance = invertPositive(information);
  return information.map((_, k) => (covariance ? Math.sqrt(covariance[k]![k]! / count) : NaN));
}
