import {
  formatCorrelation,
  formatCount,
  formatNumber,
  formatPayoff,
  formatPercentPoints,
  formatProbability,
  formatProbabilityFine,
  formatProbabilityLimit,
  formatRank,
  formatRounded,
  formatValue,
} from "../../src/report/format.js";
import { formatTenths } from "../../src/report/format-tenths.js";
import type { Summary } from "../../src/summary/summary.js";

/** A claim as it stands in a page or a memo. */
export interface Printed {
  readonly of: string;
  readonly text: string;
}

/** The claims of a memo: a comment, and the text that ends in its number. */
export function claimsOfMarkdown(memo: string): readonly Printed[] {
  return [...memo.matchAll(/((?:\\.|[^<>\n\\])+)<!-- \{claim:(.*?)\} -->/g)].map(
    ([, text, of]) => ({
      of: of!,
      text: unescaped(text!),
    }),
  );
}

/** The claims of a page. */
export function claimsOfHtml(html: string): readonly Printed[] {
  return [...html.matchAll(/<span data-claim="(.*?)">(.*?)<\/span>/g)].map(([, of, text]) => ({
    of: of!,
    text: text!.replaceAll("&gt;", ">").replaceAll("&lt;", "<"),
  }));
}

const PLAIN_FORMATS = [
  ...[formatProbability, formatProbabilityFine, formatProbabilityLimit, formatCorrelation],
  ...[formatCount, formatRank, formatPercentPoints, formatTenths],
];

/** Why a claim does not follow from a summary; undefined where it does. */
export function fault(summary: Summary, { of, text }: Printed): string | undefined {
  const [, complement, path] = /^(1 - )?(.*)$/.exec(of)!;
  const found = lookUp(summary, path!);
  if (Array.isArray(found) && isFrequency(summary, found as number[], text)) return undefined;
  // Cases of a switch are printed by their names.
  if (Array.isArray(found)) {
    const named = summary.assumptions.some(({ cases }) =>
      found.every((place) => text.includes(cases?.[Number(place)] ?? "\0")),
    );
    return named ? undefined : `${of} are ${found.join()}, printed as ${text}`;
  }
  if (typeof found !== "number") return `${of} names no number in summary.json`;
  const value = complement ? 1 - found : found;
  const units = new Set(["1", "%", ...unitsOf(summary)]);
  // A sentence may turn a sign into a word: "loses $6".
  const possible = [value, Math.abs(value)].flatMap((number) => [
    ...[...units].flatMap((unit) => [
      formatValue(number, unit),
      formatNumber(number, unit),
      formatRounded(number, unit),
    ]),
    ...PLAIN_FORMATS.map((format) => format(number)),
    ...(["USD", "USD/year"] as const).map((unit) => formatPayoff(number, unit)),
    ...(number < 0.01 ? ["fewer than 1%"] : []),
  ]);
  const same = possible.some((one) => text.endsWith(one));
  return same ? undefined : `${of} is ${value}, printed as ${text}`;
}

/** Whether as many of the middles of fiftieths lie above, or not above, one of an output's prices. */
function isFrequency({ breakEven }: Summary, quantiles: readonly number[], text: string): boolean {
  const fifty = quantiles.filter((_, k) => k % 4 === 1);
  const counts = breakEven.flatMap(({ price }) => {
    const above = fifty.filter((value) => value > price).length;
    return [above, 50 - above];
  });
  const [, said] = /(?:^|[^0-9])([0-9]+) in 50$/.exec(text) ?? [];
  const shown = counts.map((count) => Math.min(49, Math.max(1, count)));
  return fifty.length === 50 && shown.includes(Number(said));
}

/** What stands at a path. */
function lookUp(summary: Summary, path: string): unknown {
  let at: unknown = summary;
  for (const step of path.split(".")) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** Every unit that a summary speaks in. */
function unitsOf(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "unit" in part && typeof part.unit === "string" ? [part.unit] : [];
  return [...own, ...Object.values(part).flatMap(unitsOf)];
}

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]<>#|~&\-+=])/g, "$1");
}
