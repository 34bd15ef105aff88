import type { History } from "../report/index/history.js";
import type { IndexEntry } from "../report/index/index-row.js";
import type { Provenance } from "../report/provenance.js";
import type { ReportFile } from "../report/report-file.js";
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
      readonly kind: "index";
      readonly entries: readonly IndexEntry[];
      readonly history: History;
    };

/** Its answers, in the order of the questions. */
export type FromReporter =
  { readonly files: readonly ReportFile[] } | { readonly failure: unknown };
