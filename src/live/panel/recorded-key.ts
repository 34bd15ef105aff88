import { pageRecord } from "./page-record.js";

/** Stands in a page for `sampling/stream-key`: the keys that the command has worked out. */
export function streamKey(_seed: string, name: string): Uint32Array {
  return Uint32Array.from(pageRecord.keys[name]!);
}
