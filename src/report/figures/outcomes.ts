import type { BreakEven, Summary } from "../../summary/summary.js";
import { formatValue } from "../format.js";
import { fiftiethsAbove, fiftyFutures, FUTURES } from "../in-fifty.js";
import { type Axis, isOn, outputAxis, position } from "./axis.js";
import { type Dotplot, stackDots } from "./dots.js";
import type { Figure, Spec } from "./figure.js";
import { fitLabel, textWidth } from "./fit-label.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { type Subject, subjectOf } from "./subject.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";

const PITCH = { wide: 25, narrow: 13 } as const;
/** Room above the dots for the name of the price. */
const LABEL_ROOM = 22;

/**
 * Fifty equally likely futures as dots. A reader can count the losing ones.
 *
 * Source: Fernandes, Walls, Munson, Hullman & Kay, "Uncertainty displays using quantile dotplots or
 * CDFs improve transit decision-making", CHI 2018.
 */
export function outcomesFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, main, uncertain } = subject;
  if (!uncertain || output.undefined > 0) return undefined;
  const values = fiftyFutures(output);
  const title = titleOf(subject);
  return {
    id: "01-outcomes",
    title,
    caption: `${output.label}: each dot is one of ${FUTURES} equally likely futures.`,
    alt: `Dot plot of ${output.label}. ${title}.`,
    wide: spec(subject, values, "wide"),
    narrow: spec(subject, values, "narrow"),
    reading: (row) =>
      "fate" in row
        ? readingOf(subject, (row as { fate: string; value: number }).value)
        : undefined,
    table: {
      columns: ["Future", `${output.label} (${output.unit})`, ...(main ? ["Price suffices"] : [])],
      rows: values.map((value, k) => [
        k + 1,
        value,
        ...(main ? [value > main.price ? "no" : "yes"] : []),
      ]),
    },
  };
}

function titleOf({ output, main, isTokenCost }: Subject): string {
  if (!main) {
    const { p5, p95 } = output.percentiles;
    const low = formatValue(p5!.value, output.unit);
    const high = formatValue(p95!.value, output.unit);
    return low === high
      ? `Nine futures in ten lie at ${low}`
      : `Nine futures in ten lie between ${low} and ${high}`;
  }
  const losing = fiftiethsAbove(output, main.price);
  const price = formatValue(main.price, main.unit);
  const one = isTokenCost ? `loses money at ${price}` : `exceeds ${price}`;
  const many = isTokenCost ? `lose money at ${price}` : `exceed ${price}`;
  if (losing === 0) return `None of ${FUTURES} equally likely futures ${one}`;
  if (losing === FUTURES) return `All ${FUTURES} equally likely futures ${many}`;
  return `About ${losing} of ${FUTURES} equally likely futures ${losing === 1 ? one : many}`;
}

function readingOf({ output, main, isTokenCost }: Subject, value: number): string {
  const shown = formatValue(value, output.unit);
  if (!main) return shown;
  const price = formatValue(main.price, main.unit);
  if (value > main.price) return `${shown}: ${isTokenCost ? "loses money at" : "exceeds"} ${price}`;
  return `${shown}: ${isTokenCost ? "covered at" : "at or below"} ${price}`;
}

function spec(subject: Subject, values: readonly number[], variant: Variant): Spec {
  const { output, main } = subject;
  const axis = outputAxis([output], main ? [main.price] : []);
  const onAxis = main && isOn(axis, main.price);
  const titled = axisTitle(axis, output.unit) !== undefined;
  const side = PITCH[variant] / 2 + 2;
  const inset = {
    ...{ left: side, right: side, top: 2 },
    bottom: titled ? axisRoom.titled : axisRoom.plain,
  };
  const plot = stackDots(values, axis, {
    width: plotWidth(variant, inset),
    pitch: PITCH[variant],
    edge: onAxis ? main.price : axis.low,
  });
  const height = Math.max(80, plot.levels * plot.pitch + 4) + (main ? LABEL_ROOM : 0);
  const x = (field: string): Spec => horizontal({ axis, unit: output.unit, variant }, field);
  const width = plotWidth(variant, inset);
  return chart(variant, height, inset, {
    layer: [
      ...(main && onAxis ? priceRule(axis, main, x, width) : []),
      ...(main && !onAxis ? [priceBeyond(axis, main, width)] : []),
      dotLayer(plot, main, x, height),
    ],
  });
}

function dotLayer(
  { dots, pitch }: Dotplot,
  main: BreakEven | undefined,
  x: (field: string) => Spec,
  height: number,
): Spec {
  const diameter = pitch - Math.min(3, pitch * 0.2);
  const rows = dots.map(({ value, x: at, level }) => ({
    value,
    x: at,
    level,
    fate: main && value > main.price ? "loses" : "covers",
  }));
  return {
    ...data(rows),
    mark: { type: "circle", size: (Math.PI / 4) * diameter * diameter, opacity: 1 },
    encoding: {
      x: x("x"),
      y: {
        field: "level",
        type: "quantitative",
        axis: null,
        scale: { domain: [-0.6, height / pitch - 0.6], nice: false, zero: false },
      },
      color: {
        field: "fate",
        type: "nominal",
        legend: null,
        scale: { domain: ["loses", "covers"], range: [colours.loss, colours.profit] },
      },
    },
  };
}

function priceRule(
  axis: Axis,
  main: BreakEven,
  x: (field: string) => Spec,
  width: number,
): readonly Spec[] {
  const at = position(axis, main.price);
  const right = at < 0.5;
  const room = (right ? 1 - at : at) * width - 8;
  const row = [{ price: main.price, name: priceName(main, room) }];
  return [
    {
      ...data(row),
      mark: { type: "rule", color: colours.ink, strokeDash: [4, 3] },
      encoding: { x: x("price") },
    },
    {
      ...data(row),
      mark: {
        type: "text",
        align: right ? "left" : "right",
        dx: right ? 6 : -6,
        y: 8,
        fontWeight: 600,
      },
      encoding: { x: x("price"), text: { field: "name", type: "nominal" } },
    },
  ];
}

/** A price far off the axis is named at the end it lies beyond. */
function priceBeyond(axis: Axis, main: BreakEven, width: number): Spec {
  const below = !(main.price > axis.low);
  const name = priceName(main, width - 24);
  return {
    ...data([{ name: below ? `← ${name}` : `${name} →` }]),
    mark: {
      type: "text",
      align: below ? "left" : "right",
      x: below ? 0 : width,
      y: 8,
      fontWeight: 600,
    },
    encoding: { text: { field: "name", type: "nominal" } },
  };
}

/** Name and amount of a price; the name gives way where room is short. */
function priceName({ against, price, unit }: BreakEven, room: number): string {
  const amount = formatValue(price, unit);
  return `${fitLabel(against, Math.max(room - textWidth(`  ${amount}`), 40))} ${amount}`;
}
