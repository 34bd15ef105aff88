/// <reference lib="dom" />
import { type Axis, outputAxis, position } from "../../report/figures/axis.js";
import { type Subject, subjectOf } from "../../report/figures/subject.js";
import { formatNumber, formatValue, lowerFirst } from "../../report/format.js";
import type { OutputSummary, Summary } from "../../summary/summary.js";
import { ticksOf } from "./ticks.js";

const HEIGHT = 212;
const LEFT = 44;
const RIGHT = 10;
const TOP = 22;
const BOTTOM = 26;
/** Pixels between two ticks at least. */
const TICK_ROOM = 110;

/** How likely each price covers the output: as recorded in grey, and as moved above it. */
export function drawPlot(frame: HTMLElement, recorded: Summary, moved: Summary): void {
  const [was, is] = [subjectOf(recorded), subjectOf(moved)];
  const width = Math.max(frame.clientWidth, 240);
  const axis = outputAxis([was.output], was.main ? [was.main.price] : []);
  const plot = { axis, width: width - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
  const { unit } = is.output;
  const label = `Share of futures at or below each value of ${lowerFirst(is.output.label)}: as the report found it, and as moved`;
  frame.replaceChildren(
    element(
      "svg",
      { role: "img", "aria-label": label, viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT },
      [
        element("g", { transform: `translate(${LEFT},${TOP})` }, [
          ...grid(plot, unit),
          // A nested viewport cuts off what lies beyond the axis.
          element("svg", { width: plot.width, height: plot.height }, [
            curve(plot, was.output, {
              stroke: "var(--mute)",
              "stroke-opacity": 0.55,
              "stroke-width": 2,
            }),
            curve(plot, is.output, { stroke: "var(--profit)", "stroke-width": 2.5 }),
          ]),
          ...priceMark(plot, is),
        ]),
      ],
    ),
  );
}

interface Plot {
  readonly axis: Axis;
  readonly width: number;
  readonly height: number;
}

function grid({ axis, width, height }: Plot, unit: string): readonly SVGElement[] {
  const rows = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const y = height * (1 - share);
    return [
      element("line", { x2: width, y1: y, y2: y, stroke: "var(--rule)", "stroke-opacity": 0.7 }),
      text(`${share * 100}%`, { x: -8, y: y + 4, "text-anchor": "end" }),
    ];
  });
  const ticks = ticksOf(axis, Math.max(2, Math.floor(width / TICK_ROOM)));
  const columns = ticks.map((tick) => {
    const x = position(axis, tick) * width;
    const anchor = x > width - 24 ? "end" : x < 16 ? "start" : "middle";
    return text(formatNumber(tick, unit), { x, y: height + 18, "text-anchor": anchor });
  });
  return [...rows, ...columns];
}

function curve(
  { axis, width, height }: Plot,
  { curve: found }: OutputSummary,
  look: Attributes,
): SVGElement {
  const points = found.value.map((value, k) => {
    const x = Math.min(Math.max(position(axis, value) * width, -width), 2 * width);
    return `${x.toFixed(1)},${(height * (1 - found.probability[k]!)).toFixed(1)}`;
  });
  return element("polyline", { points: points.join(" "), fill: "none", ...look });
}

/** A rule at the price with its amount above; an arrow at the end that a price off the axis lies beyond. */
function priceMark({ axis, width, height }: Plot, { main }: Subject): readonly SVGElement[] {
  if (!main) return [];
  const at = position(axis, main.price);
  const on = at >= 0 && at <= 1;
  const x = Math.min(Math.max(at > 0 ? at : 0, 0), 1) * width;
  const name = formatValue(main.price, main.unit);
  const shown = on ? name : at > 1 ? `${name} →` : `← ${name}`;
  const anchor = x > width - 60 ? "end" : x < 60 ? "start" : "middle";
  const style = "fill:var(--ink);font-weight:600";
  const label = text(shown, { x, y: -8, "text-anchor": anchor, style });
  if (!on) return [label];
  const rule = {
    x1: x,
    x2: x,
    y1: -3,
    y2: height,
    stroke: "var(--ink)",
    "stroke-dasharray": "4 3",
  };
  return [element("line", rule), label];
}

type Attributes = Readonly<Record<string, string | number>>;

function text(words: string, attributes: Attributes): SVGElement {
  const made = element("text", attributes);
  made.textContent = words;
  return made;
}

function element(
  name: string,
  attributes: Attributes,
  children: readonly SVGElement[] = [],
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}
