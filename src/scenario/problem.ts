/** One thing wrong with a scenario file: where, what, and how to mend it. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

/** A scenario that cannot be run, with everything that is wrong with it. */
export class InvalidScenario extends Error {
  override readonly name = "InvalidScenario";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/** `scenarios/a.yaml:12:9: sd must be above 0; got -2. Give a positive spread.` */
function describeProblem({ file, line, column, message, fix }: Problem): string {
  return `${file}:${line}:${column}: ${message}. ${fix}`;
}
