/** A Vega specification, compiled from Vega-Lite. */
export type LiveSpec = Readonly<Record<string, unknown>>;

/** What a page makes live views of: both variants of each figure, by its id. */
export type LiveSpecs = Readonly<
  Record<string, { readonly wide: LiveSpec; readonly narrow: LiveSpec }>
>;
