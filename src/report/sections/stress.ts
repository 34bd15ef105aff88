import type { StressedShock } from "../../summary/stress.js";
import type { Summary } from "../../summary/summary.js";
import { betWords, pointsAbove } from "../bet.js";
import { formatPoints } from "../comparison/wording.js";
import { html, type Markup } from "../escape.js";
import { formatCount, formatNumber, formatValue } from "../format.js";
import { phraseMarkup } from "../phrase.js";
import { stressSentences } from "../stress-sentences.js";
import { type Section, section } from "./section.js";
import { foundCells, foundColumns } from "./found-columns.js";
import { sourceCell } from "./source-cell.js";
import { tableOf } from "./table.js";

/** What the shocks of the scenario do to its leading output. */
export function stress(summary: Summary): Section | undefined {
  if (!summary.stress) return undefined;
  const { shocks, draws } = summary.stress;
  return section("what-if", "What if", [
    html`<p>${phraseMarkup(stressSentences(summary))}</p> `,
    shockTable(summary),
    html`<p class="note">
      Each shock is tried on the same ${formatCount(draws)} draws, everything else as uncertain as
      it is, so that its change is far more certain than the numbers on either side; ± is half a 95%
      interval of the simulation error. Inputs correlated with what is set stay as they
      are.${undefinedNote(shocks)}
    </p> `,
  ]);
}

function shockTable(summary: Summary): Markup {
  const { output: name, base, shocks } = summary.stress!;
  const { label, unit } = summary.outputs[name]!;
  const words = betWords(summary);
  const sourced = shocks.some(({ source }) => source !== undefined);
  const rows = shocks.map((shock, k) => {
    const points = words ? formatPoints(pointsAbove(shock.difference.probability!)) : "";
    return [
      shock.name,
      shock.changes.map(changeText).join("; "),
      ...foundCells(shock, `stress.shocks.${k}`, points, unit),
      ...(sourced ? [shock.source === undefined ? "" : sourceCell(shock.source)] : []),
    ];
  });
  const columns = [
    { title: "Shock" },
    { title: "What changes", kind: "wrap" as const },
    ...foundColumns(words),
    ...(sourced ? [{ title: "Source", kind: "wrap" as const }] : []),
  ];
  const first = [
    "As it is",
    "",
    ...foundCells(base, "stress.base", "", unit),
    ...(sourced ? [""] : []),
  ];
  const order = words ? "the largest step of the chance first" : "the largest step first";
  return tableOf(`${label} (${unit}) under each shock alone, ${order}`, columns, [first, ...rows]);
}

/** `Electricity price × 2`, `Lifetime: 2 year`. */
function changeText({ label, factor, value, unit, as }: StressedShock["changes"][number]): string {
  if (factor !== undefined) return `${label} × ${formatNumber(factor, "1")}`;
  if (as === undefined) return `${label}: ${formatValue(value!, unit!)}`;
  return `${label}: ${as}${unit === undefined || unit === "1" ? "" : ` ${unit}`}`;
}

function undefinedNote(shocks: readonly StressedShock[]): string {
  const holes = shocks.filter((shock) => shock.undefined > 0);
  if (holes.length === 0) return "";
  const listed = holes.map((shock) => `${formatCount(shock.undefined)} under “${shock.name}”`);
  return ` Draws without a finite value count as above every number: ${listed.join(", ")}.`;
}
