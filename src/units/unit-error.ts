/** What is wrong with the text of a unit, where in it, and how to mend it. Offsets count from 0. */
export class UnitError extends Error {
  override readonly name = "UnitError";
  /** First character at fault, and the one past the last. */
  readonly span: { readonly start: number; readonly end: number };
  readonly fix: string;

  constructor(message: string, span: { start: number; end: number }, fix: string) {
    super(message);
    this.span = { start: span.start, end: span.end };
    this.fix = fix;
  }
}
