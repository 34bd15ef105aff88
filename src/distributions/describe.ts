import type { DistributionSpec, ParameterValue } from "./distribution.js";

const LISTED_MAX = 6;

/**
 * A distribution in words: `lognormal, p5 300,000, p95 330,000`.
 *
 * @param uncertain parameters to call uncertain instead of showing their values
 */
export function describeDistribution(
  { distribution, parameters, truncate }: DistributionSpec,
  uncertain: ReadonlySet<string> = new Set(),
): string {
  const stated = Object.entries(parameters).map(
    ([name, value]) =>
      `${name.replaceAll("_", " ")} ${uncertain.has(name) ? "uncertain" : formatParameter(value)}`,
  );
  const cut = truncate ? [`truncated to ${truncate.map(formatParameter).join(" to ")}`] : [];
  return [distribution, ...stated, ...cut].join(", ");
}

function formatParameter(value: ParameterValue): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return value;
  if (!isList(value))
    return Object.entries(value)
      .map(([name, x]) => `${name} ${formatNumber(x)}`)
      .join(" / ");
  const listed = value
    .slice(0, LISTED_MAX)
    .map((entry) =>
      typeof entry === "number" ? formatNumber(entry) : `(${describeDistribution(entry)})`,
    )
    .join(" / ");
  return value.length > LISTED_MAX ? `${listed} ... (${value.length})` : listed;
}

function isList(value: object): value is readonly (number | DistributionSpec)[] {
  return Array.isArray(value);
}

function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e15)) return String(value);
  return value.toLocaleString("en-US", { maximumSignificantDigits: 12 });
}
