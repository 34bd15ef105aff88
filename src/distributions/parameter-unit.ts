/** Parameters that are pure numbers whatever the quantity measures: shapes, shares and counts. */
const PURE: ReadonlySet<string> = new Set(["alpha", "beta", "shape", "df", "sd_log", "n", "p"]);

/**
 * The unit that a parameter of a distribution is stated in; most are in the quantity's own.
 *
 * @example parameterUnit("sd_log", "USD/h") // => "1"
 */
export function parameterUnit(parameter: string, unit: string): string {
  if (PURE.has(parameter)) return "1";
  return parameter === "rate" && unit !== "1" ? `1/(${unit})` : unit;
}
