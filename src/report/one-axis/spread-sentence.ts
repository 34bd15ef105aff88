import type { Spread } from "../../comparison/spread.js";
import { formatShare, formatTimes } from "../comparison/wording.js";
import { formatCount, formatValue, lowerFirst } from "../format.js";
import { joined } from "../sentences.js";
import type { SharedAxis } from "./axis-rows.js";

/** Factors a sentence names, and the share below which it does not. */
const NAMED_MAX = 4;
const SHARE_MIN = 0.005;

/** How far apart the scenarios are, and which factors of their model explain it. */
export function spreadSentence({ rows, unit }: SharedAxis, spread: Spread | undefined): string {
  const low = rows[0]!.p50;
  const high = rows.at(-1)!.p50;
  const range = `${formatCount(rows.length)} scenarios from ${formatValue(low, unit)} to ${formatValue(high, unit)}`;
  const far = high / low >= 1.95 ? `${range}, ${formatTimes(high / low)} as much` : range;
  const [first, ...others] = spread?.factors.filter(({ share }) => share >= SHARE_MIN) ?? [];
  if (!spread || !first) return far;
  const rest = others
    .slice(0, NAMED_MAX - 1)
    .map(({ label, share }) => `${lowerFirst(label)} ${formatShare(share)}`);
  const interaction =
    spread.interaction >= SHARE_MIN
      ? [`their acting together ${formatShare(spread.interaction)}`]
      : [];
  const own = `${lowerFirst(first.label)} explains ${formatShare(first.share)} of the spread`;
  const of =
    spread.covered.length === rows.length
      ? ""
      : ` of the ${spread.covered.length} that share a model`;
  return `${far}: ${joined([`${own}${of}`, ...rest, ...interaction])}`;
}
