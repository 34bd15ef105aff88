import { createUnitSystem } from "../../units/unit-system.js";
import { isDimensionless, sameDimension } from "../../units/algebra.js";
import type { Unit } from "../../units/unit.js";
import { UnitError } from "../../units/unit-error.js";
import type { Summary } from "../../summary/summary.js";
import { subjectOf } from "../figures/subject.js";

/** A scenario of the figure: percentiles of its leading output in the unit of the figure. */
export interface AxisRow {
  readonly title: string;
  /** Of its leading output. */
  readonly label: string;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly uncertain: boolean;
  readonly summary: Summary;
}

/** A market price in the unit of the figure, by every name it goes by. */
export interface AxisPrice {
  readonly name: string;
  readonly price: number;
}

/** What the scenarios of a batch have in common to be shown on one logarithmic axis. */
export interface SharedAxis {
  readonly unit: string;
  /** The lowest median first. */
  readonly rows: readonly AxisRow[];
  /** The lowest first, each amount once. */
  readonly prices: readonly AxisPrice[];
  /** Scenarios that are measured otherwise, not positive, or not finite in every draw. */
  readonly leftOut: number;
}

const SHOWN = ["p5", "p25", "p50", "p75", "p95"] as const;

/** The scenarios whose leading outputs are measured alike, as most of them are; undefined below two. */
export function sharedAxis(summaries: readonly Summary[]): SharedAxis | undefined {
  const measured = summaries.flatMap((summary) => {
    const unit = unitOf(subjectOf(summary).output.unit);
    // Shares, counts and ratios are all pure numbers, and have nothing else in common.
    return unit && !isDimensionless(unit.dimension) ? [{ summary, unit }] : [];
  });
  const alike = measured
    .map(({ unit }) =>
      measured.filter((other) => sameDimension(other.unit.dimension, unit.dimension)),
    )
    .reduce((most, one) => (one.length > most.length ? one : most), []);
  const [first] = alike;
  if (!first) return undefined;
  const rows = alike
    .flatMap(({ summary, unit }) => rowOf(summary, unit.scale / first.unit.scale))
    .sort((one, other) => one.p50 - other.p50 || (one.title < other.title ? -1 : 1));
  if (rows.length < 2) return undefined;
  const unit = subjectOf(first.summary).output.unit;
  return {
    unit,
    rows,
    prices: pricesOf(rows, first.unit),
    leftOut: summaries.length - rows.length,
  };
}

function rowOf(summary: Summary, factor: number): readonly AxisRow[] {
  const { output, uncertain } = subjectOf(summary);
  const values = SHOWN.map((name) => output.percentiles[name]!.value * factor);
  if (output.undefined > 0 || !values.every((value) => value > 0 && Number.isFinite(value)))
    return [];
  const [p5, p25, p50, p75, p95] = values as [number, number, number, number, number];
  return [
    { title: summary.title, label: output.label, p5, p25, p50, p75, p95, uncertain, summary },
  ];
}

function pricesOf(rows: readonly AxisRow[], shown: Unit): readonly AxisPrice[] {
  const names = new Map<string, { price: number; names: string[] }>();
  for (const { summary } of rows) {
    for (const { against, price, unit } of subjectOf(summary).breakEven) {
      const amount = price * (unitOf(unit)!.scale / shown.scale);
      if (!(amount > 0) || !Number.isFinite(amount)) continue;
      const key = amount.toPrecision(9);
      const known = names.get(key) ?? { price: amount, names: [] };
      if (!known.names.some((name) => name.toLowerCase() === against.toLowerCase())) {
        known.names.push(against);
      }
      names.set(key, known);
    }
  }
  return [...names.values()]
    .map((one) => ({ name: one.names.join(", "), price: one.price }))
    .sort((one, other) => one.price - other.price);
}

/** Undefined for a unit of a scenario's own, which no other can be compared with. */
function unitOf(text: string): Unit | undefined {
  try {
    return createUnitSystem().parse(text);
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}
