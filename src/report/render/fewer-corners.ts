/** In pixels. */
export type Point = readonly [x: number, y: number];

/**
 * The same line with fewer corners: no point left out lies further than `reach` from what is drawn.
 *
 * @param line at least its two ends, which stay
 *
 * Source: Douglas & Peucker (1973), Algorithms for the Reduction of the Number of Points Required to
 * Represent a Digitized Line, Cartographica 10(2), method 2.
 */
export function fewerCorners(line: readonly Point[], reach: number): readonly Point[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  let furthest = 0;
  let distance = reach;
  for (let k = 1; k < line.length - 1; k++) {
    const away = distanceTo(line[k]!, first, last);
    if (away > distance) [furthest, distance] = [k, away];
  }
  if (furthest === 0) return line.length > 2 ? [first, last] : line;
  const before = fewerCorners(line.slice(0, furthest + 1), reach);
  const after = fewerCorners(line.slice(furthest), reach);
  return [...before, ...after.slice(1)];
}

/** From a point to the line between two others. */
function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [across, down] = [x2 - x1, y2 - y1];
  const squared = across * across + down * down;
  const along = squared === 0 ? 0 : ((x - x1) * across + (y - y1) * down) / squared;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - nearest * across, y - y1 - nearest * down);
}
