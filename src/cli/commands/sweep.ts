import type { CommandModule } from "yargs";
import { analysisOptions, type SweepArguments } from "../analysis-options.js";
import type { ExitCode } from "../exit-codes.js";

/** `breakeven sweep scenarios/a.yaml --over utilization=0.2:0.9:8`: an output along its inputs. */
export function sweepCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, SweepArguments> {
  return {
    command: "sweep <scenario>",
    describe: "Show an output as one or two inputs take values in turn",
    builder: (yargs) =>
      yargs
        .positional("scenario", { type: "string", demandOption: true })
        .option("over", {
          type: "string",
          array: true,
          nargs: 1,
          demandOption: true,
          describe: "An input and its values: name=low:high:count, with log for equal factors",
        })
        .option("price", {
          type: "string",
          describe: "A price of the scenario by name, or a number; all of them by default",
        })
        .options(analysisOptions)
        .option("out", { type: "string", describe: "Folder for CSV, JSON and a picture" }),
    handler: async (args) => {
      const { sweepOver } = await import("../sweep.js");
      finish(await sweepOver(args));
    },
  };
}
