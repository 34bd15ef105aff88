import { climb, type Hillside } from "./climb.js";
import type { Estimator } from "./estimator.js";
import { average, type Sample } from "./sample.js";
import { standardErrors } from "./standard-errors.js";

/** The scale of a logistic of standard deviation 1. */
const UNIT_SCALE = Math.sqrt(3) / Math.PI;

/**
 * Newton's method on 1 / scale and location / scale, in which the likelihood is concave, from the
 * moments. Works on the values less their mean, in standard deviations.
 *
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 23;
 * Burridge, "A note on maximum likelihood estimation for regression models using grouped
 * data", JRSS B 43 (1981).
 */
export const logistic: Estimator = {
  family: "logistic",
  excludes: () => undefined,
  fit: ({ sorted, count, mean, sd }) => {
    const values = sorted.map((x) => (x - mean) / sd);
    const top = climb((point) => hillside(point, values), [1 / UNIT_SCALE, 0]);
    const scale = 1 / top[0]!;
    const location = top[1]! * scale;
    const errors = standardErrors(observed(location, scale, values), count);
    return {
      estimates: [
        { name: "location", value: mean + location * sd, error: errors[0]! * sd },
        { name: "scale", value: scale * sd, error: errors[1]! * sd },
      ],
      logLikelihood: count * (hillside(top, values).height - Math.log(sd)),
    };
  },
};

/** The mean log density of z = rate x - shift, and its derivatives. */
function hillside([rate = 0, shift = 0]: readonly number[], values: Sample["sorted"]): Hillside {
  if (!(rate > 0)) return { height: -Infinity, slope: [], information: [] };
  let [height, tilt, tiltX, bend, bendX, bendXX] = [0, 0, 0, 0, 0, 0];
  for (const x of values) {
    const z = rate * x - shift;
    const size = Math.abs(z);
    const t = Math.tanh(z / 2);
    const b = (1 - t * t) / 2;
    height -= size + 2 * Math.log1p(Math.exp(-size));
    tilt += t;
    tiltX += t * x;
    bend += b;
    bendX += b * x;
    bendXX += b * x * x;
  }
  const n = values.length;
  return {
    height: height / n + Math.log(rate),
    slope: [1 / rate - tiltX / n, tilt / n],
    information: [
      [1 / (rate * rate) + bendXX / n, -bendX / n],
      [-bendX / n, bend / n],
    ],
  };
}

/** The observed information of location and scale at the top. */
function observed(
  location: number,
  scale: number,
  values: Sample["sorted"],
): Hillside["information"] {
  const bend = (z: number): number => {
    const t = Math.tanh(z / 2);
    return (1 - t * t) / 2;
  };
  const moment = (power: (z: number) => number): number =>
    average(values, (x) => power((x - location) / scale)) / (scale * scale);
  const shared = moment((z) => z * bend(z));
  return [
    [moment(bend), shared],
    [shared, moment((z) => 1 + z * z * bend(z))],
  ];
}
