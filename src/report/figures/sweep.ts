import type { SweepRecord } from "../sweep-record.js";
import type { Figure } from "./figure.js";
import { sweepBands } from "./sweep-bands.js";
import { sweepHeatMap } from "./sweep-heat-map.js";

/** The picture of a sweep: bands along one axis, a map over two. */
export function sweepFigure(record: SweepRecord): Figure {
  return record.axes.length === 1 ? sweepBands(record) : sweepHeatMap(record);
}
