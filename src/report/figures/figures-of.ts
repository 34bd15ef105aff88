import type { Summary } from "../../summary/summary.js";
import { bandsFigure } from "./bands.js";
import { breakEvenFigure } from "./break-even-curve.js";
import { decisionFigure } from "./decision.js";
import type { Figure } from "./figure.js";
import { heatMapFigure } from "./heat-map.js";
import { outcomesFigure } from "./outcomes.js";
import { spiderFigure } from "./spider.js";
import { tornadoFigure } from "./tornado.js";
import { twoBandsFigure } from "./two-bands.js";

/** The figures that a summary has something to say for, in reading order. */
export function figuresOf(summary: Summary): readonly Figure[] {
  const all = [
    outcomesFigure,
    breakEvenFigure,
    bandsFigure,
    tornadoFigure,
    decisionFigure,
    twoBandsFigure,
    heatMapFigure,
    spiderFigure,
  ];
  return all.map((make) => make(summary)).filter((figure) => figure !== undefined);
}
