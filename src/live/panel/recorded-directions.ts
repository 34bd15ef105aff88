import { pageRecord } from "./page-record.js";

/** Stands in a page for `sampling/joe-kuo-data`: as many direction numbers as its inputs need. */
export const JOE_KUO_PACKED = pageRecord.directions;
