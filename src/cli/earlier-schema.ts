import * as z from "zod";

/** A number of a summary; what was not finite stands as null there. */
const number = z
  .number()
  .nullable()
  .transform((value) => value ?? NaN);
const interval = z.object({ value: number, low: number, high: number });
const text = z.string().max(200);

/** What of `summary.json` a later run is held against. */
export const earlierSummary = z.object({
  format: z.literal("breakeven/summary/1"),
  scenario: text,
  run: z.object({
    draws: z.number(),
    replicates: z.number(),
    seed: text,
    method: text,
    precision: z.object({ planned: z.number() }).optional(),
  }),
  outputs: z.record(
    z.string(),
    z.object({
      unit: text,
      undefined: z.number(),
      percentiles: z.record(z.string(), interval),
      worstTwentieth: z.object({ value: number, error: number }).nullable(),
    }),
  ),
  breakEven: z.array(
    z.object({ output: z.string(), against: z.string(), price: number, probability: interval }),
  ),
});

/** What `run.json` says a run was made from, and of what. */
export const earlierRecord = z.object({
  format: z.literal("breakeven/run/1"),
  file: z.string(),
  text: z.string(),
  sha256: text,
  data: z.record(z.string(), z.string()),
  // Records of the first version held neither.
  overrides: z.array(z.string()).default([]),
  given: z.array(z.string()).default([]),
  version: text,
  /** SHA-256 of every other file of the report, by path. */
  files: z.record(z.string(), z.string()),
});

/** The record of an earlier run. */
export type EarlierRecord = z.infer<typeof earlierRecord>;
