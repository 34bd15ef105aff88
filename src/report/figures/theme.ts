import type { Spec } from "./figure.js";

/** Colours on white; each has a counterpart for dark pages in the page's style. */
export const colours = {
  loss: "#c44e00",
  profit: "#064566",
  bandOuter: "#e4eff6",
  bandMiddle: "#bcd7e8",
  bandInner: "#7fb4d6",
  ink: "#1b2430",
  mute: "#5b6675",
  rule: "#d5dbe3",
  paper: "#ffffff",
} as const;

/** Width of a chart in each variant, in pixels. */
export const widths = { wide: 840, narrow: 300 } as const;

/** Which of the two variants is being drawn. */
export type Variant = keyof typeof widths;

/** Pixels around the plot, where axes and their titles stand. */
export interface Inset {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room below a plot for its axis, without and with a title. */
export const axisRoom = { plain: 26, titled: 46 } as const;

const FONT = "Inter, sans-serif";

/** What all charts share: Inter, quiet axes, direct labels, no legends. */
const CONFIG = {
  font: FONT,
  aria: false,
  background: colours.paper,
  view: { stroke: null },
  axis: {
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
  text: { font: FONT, fontSize: 12, fill: colours.ink },
} as const;

/** Width of the plot inside a chart's insets, in pixels. */
export function plotWidth(variant: Variant, { left, right }: Inset): number {
  return widths[variant] - left - right;
}

/**
 * A whole specification from what one chart adds to the shared look. Sizes are exact, so that labels
 * can be placed before anything is drawn.
 *
 * @param height of the plot, without its insets
 */
export function chart(variant: Variant, height: number, inset: Inset, parts: Spec): Spec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: plotWidth(variant, inset),
    height,
    padding: inset,
    autosize: "none",
    config: CONFIG,
    ...parts,
  };
}

/** Inline data of one layer. */
export function data(values: readonly object[]): Spec {
  return { data: { values } };
}
