import type { Terminal } from "./terminal.js";

/** Shows how far a run is. */
export interface ProgressBar {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

/** A progress bar on a terminal; nothing where output is piped or quiet. */
export async function progressBar(
  terminal: Terminal,
  name: string,
  draws: number,
): Promise<ProgressBar> {
  if (!terminal.interactive) return { update: () => undefined, stop: () => undefined };
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar({
    format: `${name} {bar} {percentage}% of ${draws.toLocaleString("en-US")} draws, {eta_formatted} left`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  bar.start(draws, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
