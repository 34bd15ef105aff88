import type { Markup } from "../escape.js";
import type { Figure, Spec } from "../figures/figure.js";
import { colours } from "../figures/theme.js";
import type { PageInsert } from "../page.js";
import { packedScript, readPageCode } from "../page-code.js";
import type { LiveSpec, LiveSpecs } from "./live-specs.js";
import { withReadings } from "./with-readings.js";

/** What makes the figures of a page live: their specifications and the part of Vega that draws them. */
export interface InteractiveCharts extends Omit<PageInsert, "section"> {
  readonly markup: Markup;
}

/** The same figures as live views, for a page that shows them as drawings already. */
export async function interactiveCharts(figures: readonly Figure[]): Promise<InteractiveCharts> {
  const { compile } = await import("vega-lite");
  const live = (spec: Spec, { reading }: Figure): LiveSpec => {
    const whole = reading ? withReadings(spec, reading) : spec;
    return themed(compile(whole as unknown as Parameters<typeof compile>[0]).spec);
  };
  const specs: LiveSpecs = Object.fromEntries(
    figures.map((figure) => [
      figure.id,
      { wide: live(figure.wide, figure), narrow: live(figure.narrow, figure) },
    ]),
  );
  const page = readPageCode("charts");
  return { markup: packedScript("charts", specs, page), style: STYLE, scripts: page.hashes };
}

/** Palette colours become the page's variables, so that a view follows its theme; the page is its background. */
function themed(spec: object): LiveSpec {
  const names = new Map<unknown, string>(Object.entries(colours).map(([name, hex]) => [hex, name]));
  const text = JSON.stringify({ ...spec, background: undefined }, (_, value: unknown) => {
    const name = names.get(value);
    return name === undefined ? value : `var(--${name})`;
  });
  return JSON.parse(text) as LiveSpec;
}

const STYLE = `
figure>div{position:relative}
figure>div:focus-visible{outline:2px solid var(--profit);outline-offset:4px}
figure .read{stroke:var(--ink);stroke-width:2.5;opacity:1}
.reading{position:absolute;z-index:1;margin:0;padding:3px 8px;max-width:min(340px,100%);background:var(--ink);color:var(--paper);font-size:13px;line-height:1.4;border-radius:3px;pointer-events:none}
.reading:empty{padding:0}
@media print{.reading{display:none}}
`;
