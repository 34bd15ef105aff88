import * as z from "zod";
import { closed } from "./closed.js";

const amount = z.union([
  z.number().describe("0: nothing"),
  z.string().max(4096).describe("A formula"),
]);

/** The key `horizon` of a scenario file. */
export const horizonSchema = closed({
  years: z.int().min(1).max(30).describe("Years of operation"),
  investment: amount.describe("Paid before the first year, in USD"),
  cash: amount.describe("What a year brings less what it costs, in USD/year"),
  discount: amount.describe("The return a year that money must earn, in 1/year: 10 %/year"),
  price: amount.optional().describe("What the first output is held against, year by year"),
});
