// Stands in a page for `sampling/stratify-code`, whose instructions no page runs.
import { startNothing } from "./no-kernels.js";

/** Of a Latin hypercube, where the sum of a stratum and a uniform may round up to 1. */
export const LARGEST_BELOW_ONE = 1 - 2 ** -53;
/** As on a machine without vector instructions. */
export const startStrata = startNothing;
