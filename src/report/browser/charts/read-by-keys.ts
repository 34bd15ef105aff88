/// <reference lib="dom" />
import type { View } from "vega";
import type { ReadingBox } from "./reading-box.js";

/** What a mark says, and where it is drawn. */
interface Stop {
  readonly text: string;
  readonly node: SVGElement;
}

/** As far as it is read here; `_svg` is what Vega has drawn of an item. */
interface Item {
  readonly tooltip?: unknown;
  readonly items?: readonly Item[];
  readonly _svg?: SVGElement;
}

/** Where each arrow and end key leads, from one stop to another. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Lets the keyboard read a figure: it takes the focus, and arrows go from mark to mark. */
export function readByKeys(slot: HTMLElement, view: View, box: ReadingBox): void {
  const stops = stopsOf(view.scenegraph() as unknown as { readonly root: Item });
  if (stops.length === 0) return;
  slot.tabIndex = 0;
  slot.setAttribute("role", "group");
  slot.setAttribute("aria-label", "Values of this figure, one by one with the arrow keys");
  let at = -1;
  const leave = (): void => {
    stops[at]?.node.classList.remove("read");
  };
  slot.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    leave();
    at = step(at, stops.length - 1);
    const { text, node } = stops[at]!;
    node.classList.add("read");
    const { left, width, top } = node.getBoundingClientRect();
    box.show(text, left + width / 2, top);
  });
  slot.addEventListener("blur", () => {
    leave();
    at = -1;
    box.show("", 0, 0);
  });
}

/** Every reading once, at the first mark that has it. */
function stopsOf({ root }: { readonly root: Item }): readonly Stop[] {
  const found = new Map<string, Stop>();
  const visit = ({ tooltip, _svg, items = [] }: Item): void => {
    if (typeof tooltip === "string" && tooltip !== "" && _svg && !found.has(tooltip)) {
      found.set(tooltip, { text: tooltip, node: _svg });
    }
    items.forEach(visit);
  };
  visit(root);
  return [...found.values()];
}
