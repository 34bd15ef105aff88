import type { Comparison } from "../../comparison/comparison.js";
import type { Part, Split } from "../../comparison/split.js";
import { formatProbability, formatValue } from "../format.js";
import { formatEffect, formatPoints, formatShareFine, formatStated, leadOf } from "./wording.js";

/** A line of the table of factors: a factor, or below it an input that changed. */
export interface FactorRow {
  readonly kind: "factor" | "input" | "total";
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** `× 250`; empty for an input. */
  readonly effect: string;
  /** `85%`, with the half-width of its interval where simulated; empty for an input. */
  readonly share: string;
}

/** The table of factors, the largest part first, what they add up to at its end. */
export function factorRows(comparison: Comparison): readonly FactorRow[] {
  const { factors, output } = comparison;
  const { a, b, split } = leadOf(comparison);
  const rows = factors.flatMap(({ name, label, from, to, changes }): readonly FactorRow[] => {
    const part = split?.parts.find(({ factor }) => factor === name);
    const about = {
      from: from ? formatStated(from) : "",
      to: to ? formatStated(to) : "",
      effect: part ? formatEffect(part, output.unit) : "",
      share: part?.share ? formatShareFine(part.share) : "",
    };
    // An input that is its factor needs no line of its own unless it has more to say.
    const [only] = changes;
    const itself = changes.length === 1 && !only!.from?.kind && !only!.to?.kind;
    return [
      { kind: "factor", label, ...about },
      ...(itself ? [] : changes).map((change) => ({
        kind: "input" as const,
        label: change.label === label ? change.name : change.label,
        from: formatStated(change.from),
        to: formatStated(change.to),
        effect: "",
        share: "",
      })),
    ];
  });
  const total = {
    label: output.label,
    from: formatValue(a, output.unit),
    to: formatValue(b, output.unit),
    effect: split ? formatEffect(whole(split), output.unit) : "",
    share: split && split.total !== 0 ? "100.0%" : "",
  };
  return [...rows, { kind: "total", ...total }];
}

/** The change of odds by factor, one column a price. */
export function oddsTable({ simulated, output }: Comparison): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const prices = simulated?.breakEven ?? [];
  const labels = new Map(
    prices.flatMap(({ split }) => (split?.parts ?? []).map(({ factor, label }) => [factor, label])),
  );
  const rows = [...labels].map(([factor, label]) => [
    label,
    ...prices.map(({ split }) => {
      const part = split?.parts.find((one) => one.factor === factor);
      return part ? formatPoints(part.effect) : "";
    }),
  ]);
  return {
    columns: prices.map(({ against, price: { a, b } }) => {
      const amount = formatValue(a, output.unit);
      return `${against}, ${a === b ? amount : `${amount} and ${formatValue(b, output.unit)}`}`;
    }),
    rows: [
      ...rows,
      [
        "All together",
        ...prices.map(
          ({ a, b, difference }) =>
            `${formatPoints(difference)}, from ${formatProbability(a.value)} to ${formatProbability(b.value)}`,
        ),
      ],
    ],
  };
}

function whole({ scale, total }: Split): Part {
  const effect = { value: total, low: total, high: total };
  const multiplier = scale === "log" ? Math.exp(total) : null;
  return { factor: "", label: "", effect, multiplier, share: null };
}
