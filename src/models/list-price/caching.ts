import { derived, fixed } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

const MISPRINT = `${sources.essay004} prints 2 and 8, which do not follow from its own prices`;

/** After how many reads writing a prompt into the cache costs a buyer less than sending it again. */
export const caching: readonly Quantity[] = [
  fixed({
    name: "cache_write_5_minutes",
    label: "Price of a cache write, 5 minutes",
    unit: "1",
    value: 1.25,
    meaning: "Over the price of fresh input",
    source: `${sources.essay004}: 1.25`,
    grade: "A",
  }),
  fixed({
    name: "cache_write_1_hour",
    label: "Price of a cache write, 1 hour",
    unit: "1",
    value: 2,
    meaning: "Over the price of fresh input",
    source: `${sources.essay004}: 2`,
    grade: "A",
  }),
  fixed({
    name: "cache_read",
    label: "Price of a cache read",
    unit: "1",
    value: 0.1,
    meaning: "Over the price of fresh input",
    source: `${sources.essay004}: 0.1`,
    grade: "A",
  }),
  derived({
    name: "cache_reads_5_minutes",
    label: "Reads to pay for a cache, 5 minutes",
    unit: "1",
    meaning: "The write serves a request itself; each read then saves all but its own price",
    source: MISPRINT,
    formula: "ceil((cache_write_5_minutes - 1) / (1 - cache_read))",
  }),
  derived({
    name: "cache_reads_1_hour",
    label: "Reads to pay for a cache, 1 hour",
    unit: "1",
    meaning: "The write serves a request itself; each read then saves all but its own price",
    source: MISPRINT,
    formula: "ceil((cache_write_1_hour - 1) / (1 - cache_read))",
  }),
];
