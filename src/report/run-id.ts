import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Summary } from "../summary/summary.js";
import type { Provenance } from "./provenance.js";

const DIGITS = 12;

/** What of a run's settings its name rests on. */
type Settings = Pick<Summary["run"], "draws" | "seed" | "method"> & {
  readonly precision?: { readonly planned: number } | undefined;
};

/**
 * A short name for a run, printed at the foot of pages: runs of the same scenario text, settings,
 * overrides, conditions and version have the same one, and give the same numbers.
 *
 * @returns twelve hexadecimal digits of a SHA-256
 */
export function runId(
  { run }: { readonly run: Settings },
  provenance: Pick<Provenance, "version" | "sha256" | "overrides" | "given">,
): string {
  const { version, sha256: text, overrides, given = [] } = provenance;
  const { draws, precision, seed, method } = run;
  const settings = [version, text, precision?.planned ?? draws, seed, method, overrides, ...given];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(settings)))).slice(0, DIGITS);
}

/** A scenario and its run, as at the foot of pages. */
export function runName(summary: Summary, provenance: Provenance): string {
  return `${summary.scenario}, run ${runId(summary, provenance)}`;
}
