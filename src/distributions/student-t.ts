import { student } from "../numeric/student.js";
import type { Family } from "./family.js";
import { numberOf, positive } from "./parameters.js";

/**
 * Like a normal known from few measurements: the fewer the degrees of freedom, the heavier its tails.
 * Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions vol. 2 (1995), ch. 28.
 */
export const studentT: Family = {
  name: "student_t",
  meaning: "Like a normal known from few measurements; the smaller df, the heavier its tails",
  parameterSets: [["location", "scale", "df"]],
  create: (parameters) => {
    const location = numberOf(parameters, "location");
    const scale = positive("scale", numberOf(parameters, "scale"));
    const df = positive("df", numberOf(parameters, "df"));
    const { quantile, cdf } = student(df);
    return {
      family: "student_t",
      support: [-Infinity, Infinity],
      mean: df > 1 ? location : NaN,
      sd: df > 2 ? scale * Math.sqrt(df / (df - 2)) : df > 1 ? Infinity : NaN,
      quantile: (p) => location + scale * quantile(p),
      quantileAbove: (q) => location - scale * quantile(q),
      cdf: (x) => cdf((x - location) / scale),
      survival: (x) => cdf((location - x) / scale),
    };
  },
};
