import type { Summary } from "../summary/summary.js";
import type { Provenance } from "./provenance.js";
import { runName } from "./run-id.js";
import type { PageLook } from "./style.js";

/**
 * How the pages of a report look, and what stands at the foot of each when printed.
 *
 * @throws {RangeError} for an accent that no scenario could have: a summary may come from anywhere
 */
export function lookOf(summary: Summary, provenance: Provenance): PageLook {
  const { theme } = provenance;
  const accent = summary.branding?.accent;
  if (accent !== undefined && !/^#[0-9a-f]{6}$/.test(accent)) {
    throw new RangeError(`${JSON.stringify(accent)} is no colour`);
  }
  return {
    footer: runName(summary, provenance),
    ...(theme === undefined ? {} : { theme }),
    ...(accent === undefined ? {} : { accent }),
  };
}
