import type { Dependence } from "../scenario/dependence.js";

type Matrix = readonly (readonly number[])[];

/** Correlations this small are rounding of the factor. */
export const NEGLIGIBLE = 1e-12;

/** Inputs that are correlated with each other, directly or through others, and with nothing else. */
export interface CorrelatedBlock {
  readonly inputs: readonly string[];
  /** Correlations of their normal scores. */
  readonly scores: Matrix;
}

/** The inputs of a dependence as blocks that are independent of each other. */
export function correlatedBlocks(dependence: Dependence | undefined): readonly CorrelatedBlock[] {
  if (!dependence) return [];
  const { inputs } = dependence;
  const matrix = scoreCorrelations(dependence);
  const blocks: number[][] = [];
  const placed = new Set<number>();
  for (const start of inputs.keys()) {
    if (placed.has(start)) continue;
    const block = [start];
    placed.add(start);
    // The list grows while it is walked, until no neighbour is left.
    for (const i of block) {
      for (const [j, correlation] of matrix[i]!.entries()) {
        if (placed.has(j) || Math.abs(correlation) <= NEGLIGIBLE) continue;
        placed.add(j);
        block.push(j);
      }
    }
    blocks.push(block);
  }
  return blocks.map((block) => ({
    inputs: block.map((i) => inputs[i]!),
    scores: block.map((i) => block.map((j) => matrix[i]![j]!)),
  }));
}

/** The correlations of the normal scores, from their Cholesky factor. */
function scoreCorrelations({ factor }: Dependence): Matrix {
  return factor.map((row, i) =>
    factor.map((other, j) => {
      const shared = Math.min(i, j) + 1;
      return row.slice(0, shared).reduce((sum, entry, k) => sum + entry * other[k]!, 0);
    }),
  );
}
