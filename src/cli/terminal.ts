import { styleText } from "node:util";

/** Where a command's words go. Results go to standard output, everything else to standard error. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
  /** Standard error is a terminal: a progress bar may be drawn there. */
  readonly interactive: boolean;
  /** Bold on a terminal that has it, plain text elsewhere. */
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The real terminal. `quiet` silences what is not a result. */
export function createTerminal(quiet: boolean): Terminal {
  const styled = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => {
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    interactive: !quiet && process.stderr.isTTY && process.env["TERM"] !== "dumb",
    bold: (text) => (styled ? styleText("bold", text) : text),
    dim: (text) => (styled ? styleText("dim", text) : text),
  };
}
