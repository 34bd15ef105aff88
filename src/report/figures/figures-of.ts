import type { Summary } from "../../summary/summary.js";
import { bandsFigure } from "./bands.js";
import { breakEvenFigure } from "./break-even-curve.js";
import { convergenceFigure } from "./convergence.js";
import { cumulativeCashFigure } from "./cumulative-cash.js";
import { decisionFigure } from "./decision.js";
import type { Figure } from "./figure.js";
import { marginFigure } from "./margin.js";
import { outcomesFigure } from "./outcomes.js";
import { overTimeFigure } from "./over-time.js";
import { stackFigure } from "./stack.js";
import { heatMapFigure } from "./heat-map.js";
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
    marginFigure,
    stackFigure,
    overTimeFigure,
    cumulativeCashFigure,
    convergenceFigure,
  ];
  return all.map((make) => make(summary)).filter((figure) => figure !== undefined);
}
