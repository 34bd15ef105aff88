import * as z from "zod";
import { isOnCalendar } from "./is-on-calendar.js";

const EXECUTABLE_URL = /^\s*(javascript|data|vbscript|file|blob):/i;

/** What a scenario says in words. */
export const text = z.string().max(10_000);
/** Where a number comes from. */
export const source = text
  .refine((value) => !EXECUTABLE_URL.test(value), "a link must be http or https\nWrite the source")
  .describe("Where the number comes from: publication, date, link");

/** A day or a month of the calendar, as ISO 8601 writes it. */
const isoDate = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/, {
    error: "a date is year-month-day\nWrite it like 2026-03-31",
    abort: true,
  })
  .refine(isOnCalendar, "there is no such day\nCorrect it")
  .describe("When it was published, measured or judged: 2026-03-31, or 2026-03");

/** Where a number comes from and who stands for it. */
export const evidence = {
  source: source.optional(),
  grade: z
    .enum(["A", "B", "C"])
    .optional()
    .describe("A measured or contracted, B published, C judgement"),
  owner: text.min(1).optional().describe("Who answers for it"),
  date: isoDate.optional(),
};
