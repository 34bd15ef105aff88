import { stirlingError } from "./stirling.js";

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/** log Γ(z) for z > 0, to 1e-15 or so of the larger of 1 and its size. */
export function logGamma(z: number): number {
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + stirlingError(z);
}
