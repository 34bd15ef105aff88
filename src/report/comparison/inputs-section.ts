import type { Change, Comparison, Stated } from "../../comparison/comparison.js";
import type { Overlay } from "../../comparison/overlay.js";
import { html, type Markup, trusted } from "../escape.js";
import { formatValue } from "../format.js";
import { tableOf } from "../sections/table.js";

const PICTURE = { width: 120, height: 28 } as const;

/** Every input that changed, with both of its distributions on one scale; undefined without any. */
export function inputsSection({ a, b, factors }: Comparison): Markup | undefined {
  const inputs = factors
    .flatMap(({ changes }) => changes)
    .filter((change) => [change.from, change.to].some((side) => side && side.kind !== "formula"));
  if (inputs.length === 0) return undefined;
  const rows = inputs.map((change) => [
    html`${change.label}<br /><span class="note">${change.name}</span>`,
    stated(change.from),
    stated(change.to),
    change.overlay ? overlayPicture(change, change.overlay) : "",
  ]);
  const columns = [
    { title: "Input" },
    { title: a.scenario, kind: "wrap" as const },
    { title: b.scenario, kind: "wrap" as const },
    { title: "Shape" },
  ];
  const caption = `Medians with the 90% interval. Shapes: the outline is ${a.scenario}, the area ${b.scenario}, a line a fixed number, each on the scale of its input`;
  return html`<section>
    <h2>What changed in the inputs</h2>
    ${tableOf(caption, columns, rows)}
  </section> `;
}

function stated(side: Stated | null): Markup | string {
  if (side === null) return "\u2013";
  const { value, unit, kind, as, p5, p95 } = side;
  const number = formatValue(value, unit);
  if (kind === undefined) return number;
  const range =
    p5 === undefined || p95 === undefined
      ? ""
      : ` (${formatValue(p5, unit)} to ${formatValue(p95, unit)})`;
  return html`${number}${range}<br /><span class="note">${as}</span>`;
}

function overlayPicture({ from, to }: Change, { low, high, ...masses }: Overlay): Markup {
  const { width, height } = PICTURE;
  const highest = Math.max(...masses.from, ...masses.to);
  const path = (cells: readonly number[]): string =>
    cells
      .map((mass, k) => {
        const x = ((k + 0.5) / cells.length) * width;
        const y = height - 1 - (mass / highest) * (height - 3);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join("L");
  const rule = ({ value }: Stated, colour: string): string => {
    const x = (((value - low) / (high - low)) * (width - 2) + 1).toFixed(1);
    return `<path d="M${x} 2V${height - 1}" stroke="var(--${colour})" stroke-width="2"/>`;
  };
  const area =
    masses.to.length > 0
      ? `<path d="M0 ${height - 1}L${path(masses.to)}L${width} ${height - 1}Z" fill="var(--bandInner)"/>`
      : rule(to!, "profit");
  const outline =
    masses.from.length > 0
      ? `<path d="M${path(masses.from)}" fill="none" stroke="var(--ink)" stroke-width="1.5"/>`
      : rule(from!, "ink");
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${area}${outline}</svg>`,
  );
}
