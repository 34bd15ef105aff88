import { chart, data } from "../report/figures/theme.js";
import type { DrawSvg } from "../report/render/draw-svg.js";
import { drawFigure } from "../report/render/render-figure.js";

/** Times the practice figure is drawn; more of them win nothing. */
const TIMES = 4;

const x = { field: "x", type: "quantitative", title: "x", axis: { values: [1, 2, 3] } };
const y = { field: "y", type: "quantitative", axis: null };
const text = { field: "text" };
const marks = [
  { mark: { type: "bar" }, encoding: { x, x2: { datum: 0 }, y } },
  ...["line", "point", "area", "rule"].map((type) => ({ mark: { type }, encoding: { x, y } })),
  { mark: { type: "text", dx: 4 }, encoding: { x, y, text } },
];

/** Draws a figure that nobody sees, so that the figures of a report find the code compiled. */
export async function warmUp(draw: DrawSvg): Promise<DrawSvg> {
  const rows = [1, 2, 3].map((k) => ({ x: k, y: k * k, text: `Row ${k}` }));
  const inset = { left: 9, right: 9, top: 9, bottom: 46 };
  const spec = chart("wide", 100, inset, { ...data(rows), layer: marks });
  const table = { columns: [], rows: [] };
  const figure = {
    id: "practice",
    title: "",
    caption: "",
    alt: "",
    wide: spec,
    narrow: spec,
    table,
  };
  for (let k = 0; k < TIMES; k++) await drawFigure(figure, draw);
  return draw;
}
