import type { Terminal } from "./terminal.js";

/** Shows how far a run is. */
export interface ProgressBar {
  /** @param planned of this stage; a run that grows plans more when its draws were not enough */
  readonly update: (done: number, planned: number) => void;
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
    format: `${name} {bar} {percentage}% of {draws} draws, {eta_formatted} left`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  const payload = (planned: number) => ({ draws: planned.toLocaleString("en-US") });
  bar.start(draws, 0, payload(draws));
  return {
    update: (done, planned) => {
      if (bar.getTotal() !== planned) bar.setTotal(planned);
      bar.update(done, payload(planned));
    },
    stop: () => bar.stop(),
  };
}
