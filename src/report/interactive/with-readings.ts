import type { Figure, Spec } from "../figures/figure.js";

type Reading = NonNullable<Figure["reading"]>;

/** Marks that can be pointed at; a line is read at its points, and areas and rules only help to see. */
const POINTED: ReadonlySet<unknown> = new Set(["bar", "rect", "circle", "point", "tick", "text"]);
const TOOLTIP = { tooltip: { field: "says", type: "nominal" } };
const UNSEEN_POINT = { type: "point", filled: true, opacity: 0, size: 160 };

interface Layer {
  readonly data?: { readonly values: readonly object[] };
  readonly layer?: readonly Layer[];
  readonly mark?: { readonly type?: unknown; readonly color?: unknown };
  readonly encoding?: Spec;
}

interface ToldRow {
  readonly says: string;
}

/** A specification whose marks say what their rows mean, as Vega's tooltips. */
export function withReadings(spec: Spec, reading: Reading): Spec {
  return told(spec, reading, [])[0] as Spec;
}

/** @param above the rows of the layer that holds this one */
function told(spec: Layer, reading: Reading, above: readonly ToldRow[]): readonly Layer[] {
  const values = spec.data?.values.map((row) => ({ ...row, says: reading(row) ?? "" }));
  const own = values ? { ...spec, data: { values } } : spec;
  const rows = values ?? above;
  if (spec.layer) {
    return [{ ...own, layer: spec.layer.flatMap((part) => told(part, reading, rows)) }];
  }
  const type = spec.mark?.type;
  if (POINTED.has(type)) return [{ ...own, encoding: { ...spec.encoding, ...TOOLTIP } }];
  if (type !== "line") return [spec];
  const said = rows.filter(({ says }) => says !== "");
  const mark = { ...UNSEEN_POINT, color: spec.mark!.color };
  return [spec, { data: { values: said }, mark, encoding: { ...spec.encoding, ...TOOLTIP } }];
}
