import { logMinusDigamma, trigamma } from "../numeric/digamma.js";
import { logGamma } from "../numeric/log-gamma.js";
import { climb, type Hillside } from "./climb.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";
import { standardErrors } from "./standard-errors.js";

/** Below one degree of freedom a sample's ties can make the likelihood infinite. */
const DEGREES_MIN = 1;
/** Above these the distribution is a normal to within 0.2% of probability. */
const DEGREES_MAX = 100;
const EDGE = 1.001;

/**
 * Fisher's scoring on location, log(scale) and log(df), df between 1 and 100, from the median, the
 * quartiles and 5 degrees of freedom. Works on values less their median, in interquartile ranges.
 *
 * Source: Lange, Little & Taylor, "Robust statistical modeling using the t distribution", JASA 84
 * (1989), also for the expected information.
 */
export const studentT: Estimator = {
  family: "student_t",
  excludes: () => undefined,
  fit: ({ sorted, count, sd }) => {
    const centre = sorted[count >> 1]!;
    const quartiles = sorted[Math.floor(count * 0.75)]! - sorted[Math.floor(count * 0.25)]!;
    const unit = quartiles > 0 ? quartiles : sd;
    const values = sorted.map((x) => (x - centre) / unit);
    const top = climb((point) => hillside(point, values), [0, Math.log(0.7), Math.log(5)]);
    const [location, scale, df] = [top[0]!, Math.exp(top[1]!), Math.exp(top[2]!)];
    const errors = standardErrors(observed(location, scale, df, values), count);
    const atEdge = edgeOf(df);
    return {
      estimates: [
        { name: "location", value: centre + location * unit, error: errors[0]! * unit },
        { name: "scale", value: scale * unit, error: errors[1]! * unit },
        { name: "df", value: df, error: errors[2]! },
      ],
      logLikelihood: count * (hillside(top, values).height - Math.log(unit)),
      ...(atEdge === undefined ? {} : { atEdge }),
    };
  },
};

function edgeOf(df: number): string | undefined {
  if (df > DEGREES_MAX / EDGE) return "its tails are no heavier than a normal's";
  return df < DEGREES_MIN * EDGE ? "its tails are so heavy that it has no mean" : undefined;
}

function hillside(
  [location = 0, logScale = 0, logDf = 0]: readonly number[],
  values: Sample["sorted"],
): Hillside {
  const [scale, df] = [Math.exp(logScale), Math.exp(logDf)];
  if (!(df >= DEGREES_MIN && df <= DEGREES_MAX)) {
    return { height: -Infinity, slope: [], information: [] };
  }
  let [height, tilt, pull] = [0, 0, 0];
  for (const value of values) {
    const r = (value - location) / scale;
    const share = (r * r) / (df + r * r);
    height -= Math.log1p((r * r) / df);
    tilt += r / (df + r * r);
    pull += share;
  }
  const n = values.length;
  const logs = height / n;
  const crossed = (-2 * df) / ((df + 1) * (df + 3));
  return {
    height: logFront(df) + ((df + 1) / 2) * logs - logScale,
    slope: [
      ((df + 1) * tilt) / n / scale,
      ((df + 1) * pull) / n - 1,
      df * (frontSlope(df) + logs / 2 + ((df + 1) * pull) / n / (2 * df)),
    ],
    information: [
      [(df + 1) / (df + 3) / (scale * scale), 0, 0],
      [0, (2 * df) / (df + 3), crossed],
      [0, crossed, df * df * expectedOfDf(df)],
    ],
  };
}

/** The logarithm of the standard density at its centre. */
function logFront(df: number): number {
  return logGamma((df + 1) / 2) - logGamma(df / 2) - Math.log(df * Math.PI) / 2;
}

/** Its derivative by df. */
function frontSlope(df: number): number {
  const rise = Math.log1p(1 / df) - logMinusDigamma((df + 1) / 2) + logMinusDigamma(df / 2);
  return (rise - 1 / df) / 2;
}

function expectedOfDf(df: number): number {
  const curvature = trigamma(df / 2) - trigamma((df + 1) / 2);
  return curvature / 4 - (df + 5) / (2 * df * (df + 1) * (df + 3));
}

/** The observed information of location, scale and df at the top. */
function observed(
  location: number,
  scale: number,
  df: number,
  values: Sample["sorted"],
): Hillside["information"] {
  const curvature = (trigamma(df / 2) - trigamma((df + 1) / 2)) / 4 - 1 / (2 * df * df);
  const moment = (of: (r: number, all: number) => number): number =>
    average(values, (x) => {
      const r = (x - location) / scale;
      return of(r, df + r * r);
    });
  // First and second derivatives of the log density by r, and its mixed one by r and df.
  const first = (r: number, all: number): number => (-(df + 1) * r) / all;
  const second = (r: number, all: number): number => (-(df + 1) * (df - r * r)) / (all * all);
  const mixed = (r: number, all: number): number => (-r * (r * r - 1)) / (all * all);
  const byDf = (r: number, all: number): number => {
    const s = r * r;
    return s / (df * all) - ((df + 1) * s * (2 * df + s)) / (2 * df * df * all * all);
  };
  const square = scale * scale;
  const locationScale = -moment((r, all) => first(r, all) + r * second(r, all)) / square;
  const locationDf = moment(mixed) / scale;
  const scaleDf = moment((r, all) => r * mixed(r, all)) / scale;
  const scaleScale = moment((r, all) => 1 + 2 * r * first(r, all) + r * r * second(r, all));
  return [
    [-moment(second) / square, locationScale, locationDf],
    [locationScale, -scaleScale / square, scaleDf],
    [locationDf, scaleDf, curvature - moment(byDf)],
  ];
}
