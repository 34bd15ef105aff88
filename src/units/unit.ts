/** Exponent of each base unit; units with exponent zero are absent. `{ USD: 1, GPU: -1, s: -1 }` is a rent. */
export type Dimension = Readonly<Record<string, number>>;

/**
 * A unit of measure: what it measures, and how many base units one of it is.
 * A value in base units is `value * scale`; one in this unit is `value / scale`.
 */
export interface Unit {
  /** As the author wrote it, for display: `USD/Mtoken`. */
  readonly text: string;
  /** Base units in one of this unit: 1e-6 for `USD/Mtoken`. */
  readonly scale: number;
  readonly dimension: Dimension;
}
