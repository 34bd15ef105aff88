import type { Spec } from "../figures/figure.js";
import { advanceWidths } from "./advance-widths.js";
import type { Weight } from "./fonts.js";
import { rewriteTags } from "./rewrite-tags.js";

/** Draws Vega-Lite specifications as SVG, text as text. */
export type DrawSvg = (spec: Spec) => Promise<string>;

/**
 * Loads Vega, which takes a tenth of a second, and teaches it the widths of Inter: without a
 * canvas it would guess them half as wide again.
 */
export async function loadDrawSvg(): Promise<DrawSvg> {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const fonts = { 400: widthIn(400), 600: widthIn(600) };
  const widthOfItem = (item: TextItem, text?: unknown): number => {
    const bold = Number(item.fontWeight) >= 600 || item.fontWeight === "bold";
    return fonts[bold ? 600 : 400](String(text ?? item.text ?? "")) * (item.fontSize ?? 11);
  };
  // Global to Vega, and absent from its types; every chart of this process wants the same widths.
  (vega as unknown as { textMetrics: { width: typeof widthOfItem } }).textMetrics.width =
    widthOfItem;
  const denied = { ...vega.loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse };
  return async (spec) => {
    const { spec: compiled } = vegaLite.compile(
      spec as unknown as Parameters<typeof vegaLite.compile>[0],
      { logger: vega.logger(vega.Error) },
    );
    const view = new vega.View(vega.parse(compiled), {
      renderer: "none",
      loader: denied,
      logLevel: vega.Error,
    });
    try {
      return withoutRoles(await view.toSVG());
    } finally {
      view.finalize();
    }
  };
}

/** Measures texts, in ems. */
function widthIn(weight: Weight): (text: string) => number {
  const widthOf = advanceWidths(weight);
  return (text) => {
    let width = 0;
    for (let k = 0; k < text.length; k++) width += widthOf(text.charCodeAt(k));
    return width;
  };
}

/** A chart is one picture with one description; Vega would have every mark announced. */
function withoutRoles(svg: string): string {
  return rewriteTags(svg, (tag) => tag.replace(/ (?:aria-[a-z]+|role)="[^"]*"/g, ""));
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Charts are drawn from inline data alone. */
function refuse(uri: string): Promise<never> {
  return Promise.reject(new RangeError(`a chart may not load ${uri}`));
}
