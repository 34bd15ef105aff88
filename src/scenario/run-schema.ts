import * as z from "zod";
import { closed } from "./closed.js";
import { quantityName } from "./name-schema.js";

/** Limits of a run. Fewer draws than 400 give no 95% interval of the 1st and 99th percentile. */
const draws = z.int().min(400).max(1e10).describe("How many futures to simulate");

/** Ways to lay out the draws. */
const method = z.enum(["sobol", "lhs", "random"]).describe("How draws are laid out");

const drawsMax = draws
  .optional()
  .describe("Stop here even if not yet so precise, and warn [4194304]");

const until = z.union([
  closed({
    output: quantityName,
    percentile: z.number().gt(0).lt(100).describe("50 is the median"),
    relative_error: z
      .number()
      .gt(0)
      .lt(1)
      .describe(
        "Half the 95% interval of the simulation error, as a share of the percentile: 0.002 is ±0.2%",
      ),
    draws_max: drawsMax,
  }),
  closed({
    against: z.string().describe("A name under prices: how often it suffices"),
    probability_error: z
      .number()
      .gt(0)
      .lt(0.5)
      .describe(
        "Half the 95% interval of the simulation error, in probability: 0.01 is ±1 percentage point",
      ),
    draws_max: drawsMax,
  }),
]);

/** How a scenario is run. */
export const runSchema = closed({
  draws: draws.optional(),
  seed: z
    .union([z.string().max(1000), z.number()])
    .optional()
    .describe("Any text or number"),
  method: method.optional(),
  until: until.optional().describe("Double the draws until the result is this precise"),
  allow_undefined: z.boolean().optional().describe("Accept draws without a finite result"),
});
