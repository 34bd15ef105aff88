import type { CommandModule } from "yargs";
import { analysisOptions, type SolveArguments } from "../analysis-options.js";
import type { ExitCode } from "../exit-codes.js";

/** `breakeven solve scenarios/a.yaml --for utilization --price GPT-5.4 --probability 0.9`. */
export function solveCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, SolveArguments> {
  return {
    command: "solve <scenario>",
    describe: "Find the value of an input, or the price, at which a price suffices often enough",
    builder: (yargs) =>
      yargs
        .positional("scenario", { type: "string", demandOption: true })
        .option("for", {
          type: "string",
          demandOption: true,
          describe: "An input, a fixed number of the scenario, or price",
        })
        .option("price", {
          type: "string",
          describe: "A price of the scenario by name, or a number; its first by default",
        })
        .option("probability", {
          type: "string",
          default: "0.9",
          describe: "How likely the output is to stay at or below the price, such as 0.9",
        })
        .option("between", { type: "string", describe: "Where to look, such as 0.2:0.9" })
        .options(analysisOptions),
    handler: async (args) => {
      const { solveFor } = await import("../solve.js");
      finish(await solveFor(args));
    },
  };
}
