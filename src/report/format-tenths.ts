import { NOT_A_NUMBER } from "./format.js";

const TENTHS = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A share or a difference of shares in tenths of a percentage point, without a unit: `−12.3`. */
export function formatTenths(share: number): string {
  if (!Number.isFinite(share)) return NOT_A_NUMBER;
  const text = TENTHS.format(Math.abs(share * 100));
  return share < 0 && text !== "0.0" ? `\u2212${text}` : text;
}
