import { beta, type Bounds } from "./beta.js";
import type { Estimator } from "./estimator.js";
import { exponential } from "./exponential.js";
import { gamma } from "./gamma.js";
import { logistic } from "./logistic.js";
import { lognormal } from "./lognormal.js";
import { normal } from "./normal.js";
import { poisson } from "./poisson.js";
import { studentT } from "./student-t.js";
import { uniform } from "./uniform.js";
import { weibull } from "./weibull.js";

/**
 * The families tried on a column, in the order ties are broken.
 *
 * @param bounds ends that the quantity is known to lie between; for the beta
 */
export function familiesToFit(bounds?: Bounds): readonly Estimator[] {
  return [
    normal,
    lognormal,
    gamma,
    weibull,
    beta(bounds),
    exponential,
    logistic,
    studentT,
    uniform,
    poisson,
  ];
}
