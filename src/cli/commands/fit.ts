import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { FitArguments } from "../options.js";

/** `breakeven fit data.csv --column tok_s`: distributions for a column of measured values. */
export function fitCommand(finish: (code: ExitCode) => void): CommandModule<object, FitArguments> {
  return {
    command: "fit <file>",
    describe: "Fit distributions to a column of a CSV file and print the best as YAML",
    builder: (yargs) =>
      yargs
        .positional("file", { type: "string", demandOption: true })
        .option("column", {
          type: "string",
          demandOption: true,
          describe: "Name of the column in the header line",
        })
        .option("unit", { type: "string", describe: "Unit of the column, such as token/s" })
        .option("min", { type: "string", describe: "Smallest value there can be, for the beta" })
        .option("max", { type: "string", describe: "Largest value there can be, for the beta" })
        .option("out", { type: "string", describe: "Folder for a picture (SVG and PNG)" })
        .option("json", { type: "boolean", default: false, describe: "Print the fits as JSON" }),
    handler: async (args) => {
      const { fit } = await import("../fit.js");
      process.stdout.write(await fit(args));
      finish(exitCodes.done);
    },
  };
}
