/** A Vega-Lite specification, as far as this project writes them. */
export type Spec = Readonly<Record<string, unknown>>;

/** Cells of a figure's table. */
export type Row = readonly (string | number)[];

/** One chart of a report: what it says, how it is drawn, and the numbers behind it. */
export interface Figure {
  /** Also its file name: `01-outcomes`. */
  readonly id: string;
  /** A sentence computed from the numbers. */
  readonly title: string;
  /** What is plotted, and how to read it. */
  readonly caption: string;
  /** The same for those who cannot see it. */
  readonly alt: string;
  readonly wide: Spec;
  /** The variant for phones, 300 pixels wide. */
  readonly narrow: Spec;
  /** What a row of its data says by itself; undefined for rows that only help to draw. */
  readonly reading?: (row: object) => string | undefined;
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly Row[];
    /** What a page shows of them, where they are more than anybody reads; all of them if absent. */
    readonly excerpt?: readonly Row[];
  };
}
