import type { Row } from "./cells.js";

/** One sheet of the workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozen?: number;
  /** Printed as wide as a page. */
  readonly onePageWide?: boolean;
}
