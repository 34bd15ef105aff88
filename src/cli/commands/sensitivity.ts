import type { CommandModule } from "yargs";
import type { ExitCode } from "../exit-codes.js";
import { analysisOptions, type SensitivityArguments } from "../analysis-options.js";

/** `breakeven sensitivity scenarios/a.yaml`: what drives an output, ranked. */
export function sensitivityCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, SensitivityArguments> {
  return {
    command: "sensitivity <scenario>",
    describe: "Rank the inputs by what they do to an output and to the decision",
    builder: (yargs) =>
      yargs
        .positional("scenario", { type: "string", demandOption: true })
        .options(analysisOptions)
        .option("out", { type: "string", describe: "Folder for sensitivity.csv and .json" }),
    handler: async (args) => {
      const { sensitivity } = await import("../sensitivity.js");
      finish(await sensitivity(args));
    },
  };
}
