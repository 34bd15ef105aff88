import { bernoulli } from "./bernoulli.js";
import { binomial } from "./binomial.js";
import { cauchy } from "./cauchy.js";
import { logistic } from "./logistic.js";
import { pareto } from "./pareto.js";
import { poisson } from "./poisson.js";
import { studentT } from "./student-t.js";
import { weibull } from "./weibull.js";
import { beta } from "./beta.js";
import { constant } from "./constant.js";
import { discrete } from "./discrete.js";
import { empirical } from "./empirical.js";
import { exponential } from "./exponential.js";
import type { Family } from "./family.js";
import { gamma } from "./gamma.js";
import { lognormal } from "./lognormal.js";
import { metalog } from "./metalog.js";
import { mixture } from "./mixture.js";
import { normal } from "./normal.js";
import { pert } from "./pert.js";
import { triangular } from "./triangular.js";
import { uniform } from "./uniform.js";

const ALL: readonly Family[] = [
  constant,
  uniform,
  normal,
  lognormal,
  triangular,
  pert,
  beta,
  gamma,
  weibull,
  exponential,
  logistic,
  cauchy,
  studentT,
  pareto,
  discrete,
  poisson,
  binomial,
  bernoulli,
  mixture,
  empirical,
  metalog,
];

/** Every family a scenario may name, in the order the documentation lists them. */
export const families: ReadonlyMap<string, Family> = new Map(
  ALL.map((family) => [family.name, family]),
);
