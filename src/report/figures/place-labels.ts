import { TEXT_SIZE, textWidth } from "./fit-label.js";

/** A point on a rising curve and what is to be said of it, in pixels from the plot's top left. */
export interface Marked {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The side tried first: `left` lies above a rising curve, `right` below it. */
  readonly side: "left" | "right";
}

/** Where a label starts or ends, and its middle. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
  /** Too far from its point to be told whose it is without a line. */
  readonly apart: boolean;
}

/** What a label may not cover, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From a point to its label, in pixels. */
export const LABEL_GAP = 9;
const LINE = TEXT_SIZE + 4;
/** Height of the letters themselves, ascenders and descenders included. */
const INK = TEXT_SIZE;
const DOT = 6;
/** Lines a label may stand away from its point. */
const LINES_MAX = 5;

/**
 * Places labels beside points of a rising curve so that none lies on the curve, on a point, on
 * another label or outside the plot. Points are served in order; one that finds no room gets none.
 *
 * @param obstacles what else must stay clear, such as pieces of the curve
 */
export function placeLabels(
  marks: readonly Marked[],
  obstacles: readonly Box[],
  size: { readonly width: number; readonly height: number },
): readonly (Placed | undefined)[] {
  const taken: Box[] = [...obstacles, ...marks.map(({ x, y }) => around(x, y))];
  return marks.map((mark) => {
    for (const candidate of candidates(mark)) {
      const box = boxOf(candidate, mark.text);
      if (!inside(box, size) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return candidate;
    }
    return undefined;
  });
}

/** Beside the point, then a line further away each time, on the side asked for first. */
function candidates({ x, y, side }: Marked): readonly Placed[] {
  const at = (where: "left" | "right", line: number): Placed => ({
    side: where,
    x: where === "left" ? x - LABEL_GAP : x + LABEL_GAP,
    y: y + line * LINE,
    apart: Math.abs(line) > 1,
  });
  return Array.from({ length: LINES_MAX }, (_, k) => {
    const up = at("left", -0.5 - k);
    const down = at("right", 0.5 + k);
    return [...(side === "left" ? [up, down] : [down, up]), at("left", 0.5 + k)];
  }).flat();
}

function boxOf({ x, y, side }: Placed, text: string): Box {
  const width = textWidth(text);
  const left = side === "left" ? x - width : x;
  return { left, right: left + width, top: y - INK / 2, bottom: y + INK / 2 };
}

function around(x: number, y: number): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

function inside({ left, right, top, bottom }: Box, size: { width: number; height: number }) {
  return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
