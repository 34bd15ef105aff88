/** The packages that Vega is made of have no types of their own; those of the whole hold for them. */
declare module "vega-view" {
  export { View } from "vega";
}
declare module "vega-parser" {
  export { parse } from "vega";
}
declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-encode" {
  export const axisticks: unknown;
}
declare module "vega-transforms" {
  export const collect: unknown;
}
declare module "vega-view-transforms" {
  export const mark: unknown;
}
