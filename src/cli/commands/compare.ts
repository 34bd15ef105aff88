import type { CommandModule } from "yargs";
import type { ExitCode } from "../exit-codes.js";
import { type CompareArguments, simulationOptions } from "../options.js";

/** `breakeven compare a.yaml b.yaml`: what changed, and what explains the difference in the answer. */
export function compareCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, CompareArguments> {
  return {
    command: "compare <a> <b>",
    describe: "Say which inputs explain the difference between two scenarios",
    builder: (yargs) =>
      yargs
        .positional("a", {
          type: "string",
          demandOption: true,
          describe: "The scenario to start from",
        })
        .positional("b", { type: "string", demandOption: true, describe: "The one to arrive at" })
        .option("output", { type: "string", describe: "Quantity to compare [what both lead with]" })
        .option("price", {
          type: "string",
          describe: "Price to hold both against, by name or amount [all that both state]",
        })
        .options({
          draws: { ...simulationOptions.draws, describe: "Simulated futures of each mixture" },
          seed: simulationOptions.seed,
          method: simulationOptions.method,
        })
        .option("out", { type: "string", describe: "Folder to write a page into" })
        .option("json", {
          type: "boolean",
          default: false,
          describe: "Print the comparison as JSON",
        }),
    handler: async (args) => {
      const { compare } = await import("../compare.js");
      finish(await compare(args));
    },
  };
}
