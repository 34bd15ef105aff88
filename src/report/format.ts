/** What stands in place of a number that is not one. */
export const NOT_A_NUMBER = "undefined";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

/** Made once: making one takes fifty times as long as using it. */
const WHOLE = new Intl.NumberFormat("en-US");
const FIGURES = {
  2: new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 }),
  3: new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 }),
} as const;

/**
 * A value with its unit, the same everywhere it is printed: `$12.34/Mtoken`, `4.2 years`, `0.65`.
 *
 * @param unit as the quantity declares it; `1` for a pure number
 */
export function formatValue(value: number, unit: string): string {
  if (!Number.isFinite(value)) return NOT_A_NUMBER;
  const number = formatNumber(value, unit);
  if (unit === "1") return number;
  if (unit === "%") return `${number}%`;
  const money = moneySuffix(unit);
  if (money === undefined) return `${number}${NO_BREAK_SPACE}${counted(number, unit)}`;
  return number.startsWith(MINUS) ? `${MINUS}$${number.slice(1)}${money}` : `$${number}${money}`;
}

/** Units that are words, of which there are several: `4.2 years`, but `2 token/s`. */
const WORDS = new Set(["year", "month", "day", "GPU", "server", "user", "request", "token"]);

function counted(number: string, unit: string): string {
  return WORDS.has(unit) && number !== "1" ? `${unit}s` : unit;
}

/** The number alone, as `formatValue` prints it. */
export function formatNumber(value: number, unit: string): string {
  if (!Number.isFinite(value)) return NOT_A_NUMBER;
  const text =
    moneySuffix(unit) === undefined ? plainDigits(Math.abs(value)) : moneyDigits(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

const LARGE = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/**
 * What an option pays: `$9.03 million a year`, `−$420,000`. Beyond a million whole dollars would say more
 * than anyone knows.
 */
export function formatPayoff(value: number, unit: "USD" | "USD/year"): string {
  if (!Number.isFinite(value)) return NOT_A_NUMBER;
  const [size, name] = LARGE.find(([least]) => Math.abs(value) >= 0.9995 * least) ?? [1, undefined];
  const amount = formatValue(value / size, "USD");
  const named = name === undefined ? amount : `${amount}${NO_BREAK_SPACE}${name}`;
  return unit === "USD" ? named : `${named} a year`;
}

/** A probability as a whole percent; `<1%` and `>99%` outside, `0%` and `100%` only where exact. */
export function formatProbability(p: number): string {
  if (!Number.isFinite(p)) return NOT_A_NUMBER;
  if (p === 0) return "0%";
  if (p === 1) return "100%";
  if (p < 0.01) return "<1%";
  if (p > 0.99) return ">99%";
  return `${Math.round(p * 100)}%`;
}

/** A probability to a tenth of a percent, for the ends of an interval. */
export function formatProbabilityFine(p: number): string {
  if (!Number.isFinite(p)) return NOT_A_NUMBER;
  if (p > 0 && p < 0.0005) return "<0.1%";
  if (p < 1 && p > 0.9995) return ">99.9%";
  return `${(p * 100).toFixed(1)}%`;
}

/** A difference of shares, its sign left to words: `6 points`, `0.4 points`, `1 point`. */
export function formatPercentPoints(difference: number): string {
  if (!Number.isFinite(difference)) return NOT_A_NUMBER;
  const size = Math.abs(difference) * 100;
  const text = size < 0.05 ? "less than 0.1" : size.toFixed(size < 0.95 ? 1 : 0);
  return `${text} ${text === "1" ? "point" : "points"}`;
}

/** The finest decimal of a percent that the most draws of a run could tell from nothing. */
const FINEST = -10;

/** The far end of an interval around a share of 0 or 1, one figure, rounded away from it: `0.003%`. */
export function formatProbabilityLimit(p: number): string {
  if (!(p > 0 && p < 1)) return formatProbability(p);
  const tail = Math.min(p, 1 - p) * 100;
  const place = Math.max(FINEST, Math.floor(Math.log10(tail)));
  // Less what 1 - 0.97 is above 0.03.
  const rounded = Math.ceil((tail / 10 ** place) * (1 - 1e-12)) * 10 ** place;
  const text = (p < 0.5 ? rounded : 100 - rounded).toFixed(Math.max(0, -place));
  return `${text.replace(/\.0+$|(\.[0-9]*[1-9])0+$/, "$1")}%`;
}

/** A correlation to two decimals. */
export function formatCorrelation(correlation: number): string {
  if (!Number.isFinite(correlation)) return NOT_A_NUMBER;
  const text = Math.abs(correlation).toFixed(2);
  return correlation < 0 && text !== "0.00" ? `${MINUS}${text}` : text;
}

/** A whole number with thousands separators. */
export function formatCount(count: number): string {
  return WHOLE.format(count);
}

/** What follows the number of an amount of money: `/Mtoken` of `USD/Mtoken`; undefined for others. */
function moneySuffix(unit: string): string | undefined {
  return unit === "USD" || unit.startsWith("USD/") ? unit.slice(3) : undefined;
}

/** Two figures below a cent, cents below $100, whole dollars above or where exact; never one decimal. */
function moneyDigits(size: number): string {
  if (Number.isInteger(size) && size < 100) return String(size);
  if (size < 0.00995) return size < 1e-6 ? size.toExponential(1) : plainDigits(size, 2);
  if (size < 99.995) return size.toFixed(2);
  return size < 1e15 ? WHOLE.format(Math.round(size)) : size.toExponential(2);
}

/** Three figures, more only for the whole part. */
function plainDigits(size: number, figures: 2 | 3 = 3): string {
  if (size === 0) return "0";
  if (size < 1e-6 || size >= 1e15) return size.toExponential(figures - 1);
  if (size >= 1000) return WHOLE.format(Math.round(size));
  return FIGURES[figures].format(size);
}

export { lowerFirst } from "../models/lower-first.js";

/** A value that was rounded beforehand, with its unit: all of its digits, however few are usual. */
export function formatRounded(value: number, unit: string): string {
  const usual = formatNumber(value, unit);
  const size = Math.abs(value);
  const printed = Number(usual.replaceAll(",", "").replace(MINUS, "-"));
  const plain = size >= 1e-6 && size < 1e15;
  if (printed === value || !plain) return formatValue(value, unit);
  const digits = size.toLocaleString("en-US", { maximumSignificantDigits: 15 });
  const text = moneySuffix(unit) === undefined ? digits : digits.replace(/\.\d$/, "$&0");
  return formatValue(value, unit).replace(usual.replace(MINUS, ""), text);
}

/** A percentile rank in [0, 1] as an ordinal: `21st`; `0th` and `100th` are never printed. */
export function formatRank(rank: number): string {
  const percentile = Math.min(99, Math.max(1, Math.round(rank * 100)));
  const teen = Math.floor(percentile / 10) === 1;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][percentile % 10] ?? "th");
  return `${percentile}${ending}`;
}

/** Whether a price is named by its own amount, which is then said once. */
export function isNamedByAmount(name: string, amount: string): boolean {
  return name === amount.replaceAll(NO_BREAK_SPACE, " ");
}
