import { fewerCorners, type Point } from "./fewer-corners.js";

const NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?/g;
const CORNERS = /^(?:M[^A-Za-z]+(?:L[^A-Za-z]+)*Z?)+$/;
/** What nobody sees, in pixels. */
const UNSEEN = 0.1;

/**
 * The same path in tenths of a pixel. Lines from point to point leave out corners that nobody sees and
 * go by steps, each from where the rounded one before it ended, so that no error adds up.
 *
 * @param path as Vega writes it
 */
export function leanPath(path: string): string {
  if (!CORNERS.test(path)) return path.replace(NUMBER, (number) => shown(tenths(Number(number))));
  return path.replace(/M([^MZ]+)(Z?)/g, (_, corners: string, end: string) => {
    const line = corners.split("L").map((corner): Point => {
      const [x, y] = corner.match(NUMBER)!.map(Number);
      return [x!, y!];
    });
    return inSteps(fewerCorners(line, UNSEEN)) + end;
  });
}

function inSteps([start, ...corners]: readonly Point[]): string {
  let at = inTenths(start!);
  let path = `M${pair(at)}`;
  for (const [k, corner] of corners.entries()) {
    const next = inTenths(corner);
    const step = pair([next[0] - at[0], next[1] - at[1]]);
    path += k === 0 ? `l${step}` : `${step.startsWith("-") ? "" : " "}${step}`;
    at = next;
  }
  return path;
}

function inTenths([x, y]: Point): Point {
  return [tenths(x), tenths(y)];
}

/** Counted in tenths of a pixel. */
function pair([x, y]: Point): string {
  return `${shown(x)}${y < 0 ? "" : ","}${shown(y)}`;
}

function tenths(number: number): number {
  return Math.round(10 * number);
}

/** Whole tenths as a number without a leading zero. */
function shown(count: number): string {
  return String(count / 10).replace(/^(-?)0\./, "$1.");
}
