import { type Bar, BARS_MAX } from "./driver-bars.js";
import { swing } from "./leading-bar.js";

/** What the bars left out of a chart do, for its caption; empty where none is. */
export function othersSentence(bars: readonly Bar[]): string {
  const folded = bars.slice(BARS_MAX);
  if (folded.length === 0) return "";
  const many = folded.length > 1;
  const less = swing(folded[0]!) < swing(bars[BARS_MAX - 1]!);
  return ` ${folded.length} ${many ? "others move" : "other moves"} it ${less ? "by less" : "no further"}.`;
}
