/// <reference lib="dom" />
import type { LiveRecord } from "../live-record.js";

/** What this page carries. */
export const pageRecord = JSON.parse(
  document.getElementById("live-record")!.textContent,
) as LiveRecord;
