/** See large-graph.mjs. */
export function largeGraph(size: { readonly inputs: number; readonly formulas: number }): string;
