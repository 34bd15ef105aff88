/**
 * What an input is set to: one value, one value for each draw, both in base units, or the values that
 * its distribution has at normal scores, one for each draw.
 */
export type Setting = number | Float64Array | { readonly scores: Float64Array };

/** Inputs that are set, by name. */
export type Settings = ReadonlyMap<string, Setting>;
