import type { Axis } from "./axis.js";
import type { Spec } from "./figure.js";
import { fitLabel, textWidth } from "./fit-label.js";
import { axisTitle, horizontal } from "./horizontal.js";
import { axisRoom, chart, colours, data, plotWidth, type Variant } from "./theme.js";
import { downFromTop } from "./down-from-top.js";

const ROW = { wide: 30, narrow: 44 } as const;
const NAMES_MAX = { wide: 250, narrow: 280 } as const;
/** From a bar to its text. */
const GAP = 8;

/** A bar of a waterfall from one value to another, or, without a colour, a value reached. */
export interface Step {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color?: string;
}

/** A waterfall: steps one below the other, names at the left or, where narrow, above. */
export function stepsChart(
  steps: readonly Step[],
  axis: Axis,
  unit: string,
  variant: Variant,
): Spec {
  const beside = variant === "wide";
  const names = steps.map(({ label }) => fitLabel(label, NAMES_MAX[variant]));
  const namesWidth = beside ? Math.max(...names.map(textWidth)) + 14 : 0;
  const bottom = axisTitle(axis, unit) === undefined ? axisRoom.plain : axisRoom.titled;
  const inset = { left: 2 + namesWidth, right: 8, top: 4, bottom };
  const height = steps.length * ROW[variant];
  const room = Math.max(...steps.map(({ text }) => textWidth(text))) + GAP;
  const range = [4, plotWidth(variant, inset) - room] as const;
  const rows = steps.map((step, k) => {
    const top = k * ROW[variant];
    return {
      ...step,
      name: names[k]!,
      nameAt: beside ? top + ROW.wide / 2 : top + 13,
      middle: beside ? top + ROW.wide / 2 : top + ROW.narrow - 14,
      next: (beside ? top + ROW.wide / 2 : top + ROW.narrow - 14) + ROW[variant],
      right: Math.max(step.from, step.to),
    };
  });
  const x = (field: string): Spec => horizontal({ axis, unit, variant, range }, field);
  const y = downFromTop(height);
  return chart(variant, height, inset, {
    layer: [...(beside ? [connectors(rows, x, y)] : []), ...layersOf(rows, namesWidth, x, y)],
  });
}

type Encode = (field: string) => Spec;

interface Row extends Step {
  readonly name: string;
  readonly nameAt: number;
  readonly middle: number;
  readonly next: number;
  readonly right: number;
}

function layersOf(rows: readonly Row[], namesWidth: number, x: Encode, y: Encode): readonly Spec[] {
  const bars = (color: string): Spec => ({
    ...data(rows.filter((row) => row.color === color)),
    mark: { type: "bar", height: 12, color },
    encoding: { x: x("from"), x2: { field: "to" }, y: y("middle") },
  });
  const text = (only: readonly Row[], field: string, at: Spec, mark: Spec): Spec => ({
    ...data(only),
    mark: { type: "text", baseline: "middle", align: "left", ...mark },
    encoding: { ...at, text: { field, type: "nominal" } },
  });
  const isEnd = ({ color }: Row): boolean => color === undefined;
  const ends = rows.filter(isEnd);
  const others = rows.filter((row) => !isEnd(row));
  const beside = { x: x("right"), y: y("middle") };
  const named = (only: readonly Row[], mark: Spec): Spec =>
    text(only, "name", { y: y("nameAt") }, { x: 0 - namesWidth, ...mark });
  return [
    ...[...new Set(others.map(({ color }) => color!))].map(bars),
    {
      ...data(ends),
      mark: { type: "tick", color: colours.ink, thickness: 3, height: 18 },
      encoding: { x: x("to"), y: y("middle") },
    },
    text(ends, "text", beside, { dx: GAP, fontWeight: 600 }),
    text(others, "text", beside, { dx: GAP, color: colours.mute }),
    named(ends, { fontWeight: 600 }),
    named(others, {}),
  ];
}

/** Lines from step to step; where names stand above the bars they would strike these out. */
function connectors(rows: readonly Row[], x: Encode, y: Encode): Spec {
  return {
    ...data(rows.slice(0, -1)),
    mark: { type: "rule", color: colours.mute, strokeWidth: 1 },
    encoding: { x: x("to"), y: y("middle"), y2: { field: "next" } },
  };
}
