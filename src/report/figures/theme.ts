import type { Spec } from "./figure.js";

/** Colours on white; each has a counterpart for dark pages in the page's style. */
export const colours = {
  loss: "#c44e00",
  profit: "#0b6fa4",
  bandOuter: "#e4eff6",
  bandMiddle: "#bcd7e8",
  bandInner: "#7fb4d6",
  ink: "#1b2430",
  mute: "#5b6675",
  rule: "#d5dbe3",
} as const;

/** Width of a chart in each variant, in pixels. */
export const widths = { wide: 840, narrow: 300 } as const;

/** Which of the two variants is being drawn. */
export type Variant = keyof typeof widths;

/** What all charts share: Inter, quiet axes, direct labels, no legends. */
const CONFIG = {
  font: "Inter",
  background: "#ffffff",
  padding: 4,
  aria: false,
  view: { stroke: null },
  axis: {
    labelFont: "Inter",
    titleFont: "Inter",
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 400,
    labelColor: colours.mute,
    titleColor: colours.mute,
    domainColor: colours.rule,
    tickColor: colours.rule,
    gridColor: colours.rule,
    gridOpacity: 0.6,
    titlePadding: 8,
    labelOverlap: "greedy",
  },
  axisY: { domain: false, ticks: false, grid: false },
  text: { font: "Inter", fontSize: 12, fill: colours.ink },
} as const;

/** A whole specification from what one chart adds to the shared look. */
export function chart(variant: Variant, height: number | object, parts: Spec): Spec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: widths[variant],
    height,
    autosize: { type: typeof height === "number" ? "fit" : "fit-x", contains: "padding" },
    config: CONFIG,
    ...parts,
  };
}

/** Inline data of one layer. */
export function data(values: readonly object[]): Spec {
  return { data: { values } };
}
