import type { Spec } from "../figures/figure.js";
import { outlinePath, type Weight } from "./fonts.js";
import { rewriteTags } from "./rewrite-tags.js";

/** Draws Vega-Lite specifications as SVG, text as text. */
export type DrawSvg = (spec: Spec) => Promise<string>;

/**
 * Loads Vega, which takes a quarter of a second, and teaches it the widths of Inter: without a
 * canvas it would guess them half as wide again.
 */
export async function loadDrawSvg(): Promise<DrawSvg> {
  const [vega, vegaLite, fontkit] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("fontkit"),
  ]);
  const fonts = new Map(
    ([400, 600] as const).map((weight) => [weight, fontkit.openSync(outlinePath(weight))]),
  );
  const measured = new Map<string, number>();
  /** Vega asks for one label many times over, and laying out a text takes a tenth of a millisecond. */
  const widthOf = (text: string, size: number, weight: Weight): number => {
    const key = `${weight} ${text}`;
    const known = measured.get(key);
    if (known !== undefined) return known * size;
    const font = fonts.get(weight)!;
    if (!("layout" in font)) throw new RangeError("the bundled font is a collection");
    const width = font.layout(text).advanceWidth / font.unitsPerEm;
    measured.set(key, width);
    return width * size;
  };
  const widthOfItem = (item: TextItem, text?: unknown): number => {
    const shown = String(text ?? item.text ?? "");
    const weight = Number(item.fontWeight) >= 600 || item.fontWeight === "bold" ? 600 : 400;
    return widthOf(shown, item.fontSize ?? 11, weight);
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
