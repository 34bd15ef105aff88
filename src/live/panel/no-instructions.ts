// Stands in a page for `sampling/stratify-code`, whose instructions no page runs.

/** Of a Latin hypercube, where the sum of a stratum and a uniform may round up to 1. */
export const LARGEST_BELOW_ONE = 1 - 2 ** -53;
export const stratifyCode = undefined;
export const shuffleCode = undefined;
