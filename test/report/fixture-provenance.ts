import type { Provenance } from "../../src/report/provenance.js";

/** Where a report of a fixture says it comes from. */
export const PROVENANCE: Provenance = {
  version: "0.0.0",
  file: "a.yaml",
  text: "name: a\n",
  overrides: [],
  sha256: "ab".repeat(32),
};
