import { fitLabel, textWidth } from "../figures/fit-label.js";

/** A price's rule and the label that hangs on it like a flag, in pixels from the plot's top left. */
export interface Flag {
  readonly x: number;
  readonly text: string;
  /** Middle of the label; the rule begins there. */
  readonly y: number;
}

const LINE = 17;
const GAP = 5;

/** A price on the axis: where its rule stands, its name, and what is never cut off. */
export interface Mark {
  readonly x: number;
  readonly name: string;
  readonly amount: string;
}

/**
 * Hangs labels to the right of their rules, each as low as it can be without lying on another label
 * or being crossed by a rule.
 *
 * @param marks from left to right
 * @param labelMax width a label may have, in pixels
 * @param width of the plot, in pixels; a label ends within it
 */
export function placeFlags(
  marks: readonly Mark[],
  labelMax: number,
  width: number,
): { readonly flags: readonly Flag[]; readonly height: number } {
  const lanes: number[] = [];
  const texts = marks.map(({ x, name, amount }) => {
    const room = Math.min(labelMax, width - x - GAP) - textWidth(amount);
    return `${fitLabel(name, room)}${amount}`;
  });
  for (let k = marks.length - 1; k >= 0; k--) {
    const end = marks[k]!.x + GAP + textWidth(texts[k]!) + GAP;
    const crossed = marks.flatMap(({ x }, j) => (j > k && x < end ? [lanes[j]!] : []));
    lanes[k] = crossed.length === 0 ? 0 : Math.max(...crossed) + 1;
  }
  const count = Math.max(0, ...lanes.map((lane) => lane + 1));
  return {
    height: count * LINE,
    flags: marks.map(({ x }, k) => ({ x, text: texts[k]!, y: (count - lanes[k]! - 0.5) * LINE })),
  };
}
