/** What of an output is explained: its value, its logarithm, or whether it stays within a price. */
export type Measure =
  | { readonly kind: "value" }
  | { readonly kind: "logarithm" }
  | {
      readonly kind: "at-or-below";
      /** In the unit of the column: base units for the output of a compiled model. */
      readonly price: number;
    };

/** One output of a model and what of it is explained. */
export interface Target {
  /** Place among the outputs of the model. */
  readonly output: number;
  readonly measure: Measure;
}

/**
 * A column as a measure sees it. A draw that is not a number stays one, except against a price, which
 * it does not meet; the logarithm of what is not positive is not a number.
 */
export function measured(measure: Measure, values: Float64Array): Float64Array {
  switch (measure.kind) {
    case "value":
      return values;
    case "logarithm":
      return values.map((value) => (value > 0 ? Math.log(value) : NaN));
    case "at-or-below":
      return values.map((value) => (value <= measure.price ? 1 : 0));
  }
}
