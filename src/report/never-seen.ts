import type { Interval } from "../statistics/estimate.js";
import { formatProbability, formatProbabilityLimit } from "./format.js";
import { claim, type Phrase, say } from "./phrase.js";

/**
 * What a run knows of something that none, or all, of its draws show: the far end of the 95% interval
 * of its share, ` (below 0.003% at 95% confidence)`. That is Wilson's, 3.84 / N, a little further out
 * than the rule of three. Undefined for any other share, and for one without an error.
 *
 * @param path of the share in `summary.json`
 * @param of the share itself or what is left of one, whichever the sentence speaks of
 *
 * Source: Hanley & Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983).
 */
export function neverSeen(
  share: Interval,
  path: string,
  of: "share" | "rest" = "share",
): Phrase | undefined {
  if (share.value !== 0 && share.value !== 1) return undefined;
  const end = share.value === 0 ? "high" : "low";
  if (share[end] === share.value) return undefined;
  const limit = of === "share" ? share[end] : 1 - share[end];
  const where = of === "share" ? `${path}.${end}` : `1 - ${path}.${end}`;
  const side = limit < 0.5 ? "below" : "above";
  return say` (${side} ${claim(where, formatProbabilityLimit(limit))} at 95% confidence)`;
}

/**
 * A share inside a sentence. One that no draw shows, or all do, is told by the end of its interval:
 * `<1%`, or `at most 4%` where there are few draws.
 *
 * @param of the share itself or what is left of one
 */
export function shareOrBound(share: Interval, path = "", of: "share" | "rest" = "share"): Phrase {
  const { value, low, high } = share;
  const end = value === 0 && high > 0 ? "high" : value === 1 && low < 1 ? "low" : "value";
  const told = of === "share" ? share[end] : 1 - share[end];
  const where = of === "share" ? `${path}.${end}` : `1 - ${path}.${end}`;
  if (end === "value") return [claim(where, formatProbability(told))];
  if (told < 0.01 || told > 0.99) return [claim(where, formatProbability(told))];
  return say`at ${told < 0.5 ? "most" : "least"} ${claim(where, formatProbabilityLimit(told))}`;
}

/**
 * What is left of a share, as a text has it already; of one that no draw shows, or all do, the bound.
 *
 * @param path of the share in `summary.json`
 */
export function restOrBound(share: Interval, path: string, text: string): Phrase {
  if (share.value === 0 || share.value === 1) return shareOrBound(share, path, "rest");
  return [claim(`1 - ${path}.value`, text)];
}
