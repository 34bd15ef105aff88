import { exitCodes, Interrupted } from "./exit-codes.js";

/**
 * A signal that fires when the user presses Ctrl-C or the system asks to end. The command then stops
 * at its next safe point; a second Ctrl-C ends at once.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    controller.abort(new Interrupted(exitCodes.interrupted));
    process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  });
  process.once("SIGTERM", () => controller.abort(new Interrupted(exitCodes.terminated)));
  return controller.signal;
}
