import type { Spec } from "./figure.js";

/** The vertical encoding of a field in pixels below the plot's top edge, without an axis. */
export function downFromTop(height: number): (field: string) => Spec {
  return (field) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [height, 0], nice: false, zero: false },
  });
}
