import { formatValue } from "../format.js";
import type { BreakEven, Summary } from "../../summary/summary.js";
import { type Axis, axisOver, horizontal, position, valueAt } from "./axis.js";
import { clipLabel } from "./clip-label.js";
import type { Figure, Spec } from "./figure.js";
import { type Subject, subjectOf } from "./subject.js";
import { chart, colours, data, type Variant, widths } from "./theme.js";

const DOTS = 50;
const DOT_PIXELS = { wide: 26, narrow: 13 } as const;

/**
 * Fifty equally likely futures as dots. A reader can count the losing ones.
 * Source: Fernandes, Walls, Munson, Hullman & Kay, "Uncertainty displays using quantile dotplots or
 * CDFs improve transit decision-making", CHI 2018.
 */
export function outcomesFigure(summary: Summary): Figure | undefined {
  const subject = subjectOf(summary);
  const { output, main, uncertain } = subject;
  if (!uncertain || output.undefined > 0) return undefined;
  const values = dotValues(subject);
  const losing = main ? values.filter((value) => value > main.price).length : 0;
  const title = titleOf(subject, losing);
  return {
    id: "01-outcomes",
    title,
    caption: `${output.label}: each dot is one of ${DOTS} equally likely futures.`,
    alt: `Dot plot of ${output.label}. ${title}.`,
    wide: spec(subject, values, "wide"),
    narrow: spec(subject, values, "narrow"),
    table: {
      columns: ["Future", `${output.label} (${output.unit})`],
      rows: values.map((value, k) => [k + 1, value]),
    },
  };
}

/** The 1%, 3%, ... 99% quantiles, which the curve holds. */
function dotValues({ output }: Subject): readonly number[] {
  return Array.from({ length: DOTS }, (_, k) => output.curve.value[4 * k + 1]!);
}

function titleOf({ output, main, isTokenCost }: Subject, losing: number): string {
  if (!main) {
    const { p5, p95 } = output.percentiles;
    return `Nine futures in ten lie between ${formatValue(p5!.value, output.unit)} and ${formatValue(p95!.value, output.unit)}`;
  }
  const price = formatValue(main.price, main.unit);
  const fate = isTokenCost ? `lose money at ${price}` : `exceed ${price}`;
  if (losing === 0)
    return `None of ${DOTS} equally likely futures ${isTokenCost ? "loses" : "exceeds"}${fate.slice(fate.indexOf(" "))}`;
  if (losing === DOTS) return `All ${DOTS} equally likely futures ${fate}`;
  return `About ${losing} of ${DOTS} equally likely futures ${losing === 1 ? fate.replace(/^(lose|exceed)/, "$1s") : fate}`;
}

function spec({ output, main }: Subject, values: readonly number[], variant: Variant): Spec {
  const reach = axisOver([output], []);
  const onAxis = main && position(reach, main.price) > -0.2 && position(reach, main.price) < 1.2;
  const axis = axisOver([output], onAxis ? [main.price] : []);
  const size = DOT_PIXELS[variant];
  const columns = Math.floor(widths[variant] / size);
  // Columns are counted from the price, so that no column straddles it.
  const edge = onAxis ? position(axis, main.price) : 0;
  const dots = stack(axis, values, columns, edge).map((dot) => ({
    ...dot,
    fate: main && dot.value > main.price ? "loses" : "covers",
  }));
  const highest = Math.max(...dots.map(({ y }) => y));
  const height = Math.max(110, (highest + 2) * size);
  return chart(variant, height, {
    layer: [
      {
        ...data(dots),
        mark: { type: "circle", size: (size - 3) * (size - 3) * 0.785, opacity: 1 },
        encoding: {
          x: horizontal(axis, "x", output.unit),
          y: {
            field: "y",
            type: "quantitative",
            axis: null,
            scale: { domain: [-0.5, height / size - 0.5], nice: false },
          },
          color: {
            field: "fate",
            type: "nominal",
            legend: null,
            scale: { domain: ["loses", "covers"], range: [colours.loss, colours.profit] },
          },
        },
      },
      ...(onAxis ? priceRule(axis, main, variant) : []),
    ],
  });
}

function stack(
  axis: Axis,
  values: readonly number[],
  columns: number,
  edge: number,
): readonly { value: number; x: number; y: number }[] {
  const heights = new Map<number, number>();
  return values.map((value) => {
    const column = Math.ceil((position(axis, value) - edge) * columns) - 0.5;
    const y = heights.get(column) ?? 0;
    heights.set(column, y + 1);
    return { value, x: valueAt(axis, edge + column / columns), y };
  });
}

function priceRule(axis: Axis, main: BreakEven, variant: Variant): readonly Spec[] {
  const { price, against: name, unit } = main;
  const right = position(axis, price) < 0.6;
  const row = [{ price, name: clipLabel(name, 28) }];
  const x = horizontal(axis, "price", unit);
  return [
    {
      ...data(row),
      mark: { type: "rule", color: colours.ink, strokeDash: [4, 3] },
      encoding: { x },
    },
    {
      ...data(row),
      mark: {
        type: "text",
        align: right ? "left" : "right",
        dx: right ? 6 : -6,
        y: 8,
        fontWeight: 600,
        limit: widths[variant] / 2,
      },
      encoding: { x, text: { field: "name", type: "nominal" } },
    },
  ];
}
