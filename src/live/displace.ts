import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec, ParameterValue } from "../distributions/distribution.js";
import { betweenBounds, type MoveScale, moveScale } from "./move-scale.js";

type Parameters = DistributionSpec["parameters"];

/** A family's members around one: parameters by displacement on the scale, and by spread factor. */
export interface Displaced {
  readonly scale: MoveScale;
  readonly parameters: (displacement: number, spread: number) => Parameters;
  /** Whether the family can be made wider or narrower. */
  readonly spreads: boolean;
}

/** What a family's rule is made from. */
interface Member {
  readonly parameters: Parameters;
  readonly median: number;
  readonly scale: MoveScale;
}

type Rule = (member: Member) => Displaced;

/**
 * How a distribution is moved by its parameters; undefined for families that are counts, lists of
 * values or mixtures, whose parameters say nothing of a median.
 *
 * @param unit of the quantity
 */
export function displace(
  { distribution, parameters }: DistributionSpec,
  unit: string,
): Displaced | undefined {
  const rule = RULES[distribution];
  if (!rule) return undefined;
  const whole = createDistribution({ distribution, parameters });
  return rule({ parameters, median: whole.quantile(0.5), scale: moveScale(whole, unit) });
}

/** Parameters that are values: each is carried to the scale, stretched about the median and shifted. */
const byValues: Rule = ({ parameters, median, scale }) => {
  const centre = scale.to(median);
  return {
    scale,
    spreads: true,
    parameters: (displacement, spread) =>
      mapNumbers(parameters, (value) =>
        scale.from(centre + displacement + spread * (scale.to(value) - centre)),
      ),
  };
};

/** A location that is shifted and a width that is stretched. */
function byLocation(location: string, width: string): Rule {
  return (member) =>
    member.parameters[location] === undefined
      ? byValues(member)
      : {
          scale: betweenBounds("amount", -Infinity, Infinity),
          spreads: true,
          parameters: (displacement, spread) => ({
            ...member.parameters,
            [location]: numberOf(member, location) + displacement,
            [width]: numberOf(member, width) * spread,
          }),
        };
}

/** What the spread does to a parameter. */
type Stretch = (spread: number) => number;

const times: Stretch = (spread) => spread;
const over: Stretch = (spread) => 1 / spread;

/** Some parameters in proportion to the amount, or inversely; others by the spread. */
function byFactor(
  inProportion: Readonly<Record<string, 1 | -1>>,
  bySpread: Readonly<Record<string, Stretch>>,
): Rule {
  return (member) => ({
    scale: member.scale,
    spreads: Object.keys(bySpread).length > 0,
    parameters: (displacement, spread) => {
      const changed = Object.keys(member.parameters).map((name) => {
        const factor =
          Math.exp((inProportion[name] ?? 0) * displacement) * (bySpread[name]?.(spread) ?? 1);
        return [name, numberOf(member, name) * factor];
      });
      return Object.fromEntries(changed) as Parameters;
    },
  });
}

const gamma: Rule = (member) =>
  member.parameters["shape"] === undefined
    ? byFactor({ mean: 1, sd: 1 }, { sd: times })(member)
    : byFactor({ scale: 1 }, { shape: (spread) => 1 / (spread * spread) })(member);

const exponential: Rule = byFactor({ mean: 1, rate: -1 }, {});

/** Stated by percentiles or by its median; a mean with its deviation becomes a median with its own. */
const lognormal: Rule = (member) => {
  const { parameters, median, scale } = member;
  if (parameters["median"] !== undefined) return byFactor({ median: 1 }, { sd_log: times })(member);
  if (parameters["mean"] === undefined) return byValues(member);
  const ratio = numberOf(member, "sd") / numberOf(member, "mean");
  const deviation = Math.sqrt(Math.log1p(ratio * ratio));
  return byFactor(
    { median: 1 },
    { sd_log: times },
  )({
    ...{ median, scale },
    parameters: { median, sd_log: deviation },
  });
};

/**
 * The mean moves by log-odds between the bounds; `alpha + beta` takes the value that multiplies the
 * standard deviation at the same mean by the spread.
 */
const beta: Rule = (member) => {
  const { parameters } = member;
  const { min = 0, max = 1 } = parameters as { min?: number; max?: number };
  const whole = createDistribution({ distribution: "beta", parameters });
  const variance = (whole.sd / (max - min)) * (whole.sd / (max - min));
  const share = (whole.mean - min) / (max - min);
  const sum = (share * (1 - share)) / variance - 1;
  const scale = betweenBounds("share", min, max);
  return {
    scale,
    spreads: true,
    parameters: (displacement, spread) => {
      const mean = scale.from(scale.to(whole.mean) + displacement);
      const moved = (mean - min) / (max - min);
      const total = (sum + 1) / (spread * spread) - 1;
      if (parameters["alpha"] !== undefined) {
        return { ...parameters, alpha: moved * total, beta: (1 - moved) * total };
      }
      const sd = (max - min) * Math.sqrt((moved * (1 - moved)) / (total + 1));
      return { ...parameters, mean, sd };
    },
  };
};

/** On the scale that its own bounds make. */
const metalog: Rule = (member) => {
  const { lower = -Infinity, upper = Infinity } = member.parameters as Record<string, number>;
  const scale = betweenBounds(member.scale.kind, lower, upper);
  const { quantiles, ...bounds } = member.parameters;
  const moved = byValues({ ...member, scale, parameters: { quantiles: quantiles! } });
  return { ...moved, parameters: (...by) => ({ ...moved.parameters(...by), ...bounds }) };
};

const RULES: Readonly<Record<string, Rule>> = {
  uniform: byValues,
  normal: byLocation("mean", "sd"),
  lognormal,
  triangular: byValues,
  pert: byValues,
  beta,
  gamma,
  weibull: byFactor({ scale: 1 }, { shape: over }),
  exponential,
  logistic: byLocation("location", "scale"),
  cauchy: byLocation("location", "scale"),
  student_t: byLocation("location", "scale"),
  pareto: byFactor({ scale: 1 }, { shape: over }),
  metalog,
};

function numberOf({ parameters }: Pick<Member, "parameters">, name: string): number {
  return parameters[name] as number;
}

function mapNumbers(parameters: Parameters, map: (value: number) => number): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]): [string, ParameterValue] => {
      if (typeof value === "number") return [name, map(value)];
      const entries = Object.entries(value as Readonly<Record<string, number>>);
      return [name, Object.fromEntries(entries.map(([key, x]) => [key, map(x)]))];
    }),
  );
}
