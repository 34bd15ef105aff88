/** Exit codes of every command; a public contract. */
export const exitCodes = {
  done: 0,
  invalidInput: 2,
  rejected: 3,
  inputOutput: 4,
  defect: 5,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command line itself is wrong; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The user or the system stopped the command. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super("interrupted");
    this.exitCode = exitCode;
  }
}
