import type { Comparison } from "../comparison/comparison.js";
import type { History } from "../report/index/history.js";
import type { IndexEntry } from "../report/index/index-row.js";
import type { Provenance } from "../report/provenance.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../summary/summary.js";

/** What the report thread is asked to compose. */
export type ToReporter =
  | {
      readonly kind: "report";
      readonly scenario: Scenario;
      readonly summary: Summary;
      readonly provenance: Provenance;
    }
  | {
      readonly kind: "comparison";
      readonly comparison: Comparison;
      readonly sources: readonly Provenance[];
      /** That makes the same files again. */
      readonly command: string;
    }
  | {
      readonly kind: "index";
      readonly entries: readonly IndexEntry[];
      readonly history: History;
    };

/** What the thread beside it is asked to make: the content of a file. */
export type ToPartsMaker =
  | { readonly kind: "png"; readonly svg: string }
  | { readonly kind: "workbook"; readonly summary: Summary; readonly provenance: Provenance };
