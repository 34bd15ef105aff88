import { formatCount, formatProbability } from "../format.js";
import { joined } from "../sentences.js";
import type { IndexRow } from "./index-row.js";
import { riskOf } from "./order-rows.js";

/** More names than this are a number. */
const NAMED_MAX = 3;
const EVEN = 0.5;

/** How many scenarios mostly lose money, and which is the safest. */
export function indexTitle(rows: readonly IndexRow[]): string {
  const compared = rows.flatMap((row) => {
    const risk = riskOf(row);
    return risk !== undefined && row.isTokenCost
      ? [{ title: row.title, risk, ...row.excess!.probability }]
      : [];
  });
  if (compared.length === 0) {
    return `${formatCount(rows.length)} ${rows.length === 1 ? "report" : "reports"}`;
  }
  const losing = compared.filter(({ low }) => low >= EVEN).length;
  const open = compared.filter(({ low, high }) => low < EVEN && EVEN < high).length;
  const least = Math.min(...compared.map(({ risk }) => risk));
  const safest = compared.filter(({ risk }) => risk === least).map(({ title }) => title);
  const verb = losing === 1 ? "loses" : "lose";
  const close = open === 0 ? "" : `, ${open} ${open === 1 ? "is" : "are"} too close to call`;
  const lead = `${losing} of ${compared.length} token prices ${verb} money in most futures${close}`;
  if (safest.length === 1) {
    return `${lead}; ${safest[0]!} is safest: its price suffices in ${formatProbability(1 - least)}`;
  }
  const names = safest.length <= NAMED_MAX ? joined(safest) : formatCount(safest.length);
  return `${lead}; ${names} are safest: their prices suffice in ${formatProbability(1 - least)}`;
}
