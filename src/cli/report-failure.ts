import { InvalidData } from "../fit/invalid-data.js";
import { InvalidScenario } from "../scenario/problem.js";
import { type ExitCode, exitCodes, Interrupted, UsageError } from "./exit-codes.js";

/** Says on standard error what went wrong, and chooses the exit code. */
export function reportFailure(error: unknown): ExitCode {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if (error instanceof InvalidScenario || error instanceof InvalidData) {
    const count = error.problems.length;
    const undone = error instanceof InvalidScenario ? "run" : "fitted";
    say(error.message);
    say(`${count} problem${count === 1 ? "" : "s"}; nothing was ${undone}.`);
    return exitCodes.invalidInput;
  }
  if (error instanceof UsageError) {
    say(error.message);
    return exitCodes.invalidInput;
  }
  if (error instanceof Interrupted) {
    say("Interrupted; the report under way was not written.");
    return error.exitCode;
  }
  if (isSystemError(error)) {
    say(`${error.message}. Check the disk, the path and its permissions.`);
    return exitCodes.inputOutput;
  }
  say("This is a defect of Breakeven; please report it with the lines below.");
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.defect;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
