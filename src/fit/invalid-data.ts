import type { DataProblem } from "../scenario/read-table.js";

/** A table that cannot be used, with everything that is wrong with it. */
export class InvalidData extends Error {
  override readonly name = "InvalidData";
  readonly problems: readonly DataProblem[];

  /** @param file as the user named it */
  constructor(file: string, problems: readonly DataProblem[]) {
    super(
      problems.map(({ line, message, fix }) => `${file}:${line}: ${message}. ${fix}`).join("\n"),
    );
    this.problems = problems;
  }
}
