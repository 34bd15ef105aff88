import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { type ExplainArguments, simulationOptions } from "../options.js";

/** `breakeven explain scenarios/a.yaml`: the quantities, formulas, units and values of a scenario. */
export function explainCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, ExplainArguments> {
  return {
    command: "explain <scenario>",
    describe: "Show the quantities of a scenario: formulas, units and values at the medians",
    builder: (yargs) =>
      yargs
        .positional("scenario", {
          type: "string",
          demandOption: true,
          describe: "A scenario file, or a model of the library",
        })
        .option("set", { type: "string", array: true, nargs: 1, describe: "Override an input" })
        .option("draw", {
          type: "string",
          describe: "Replay one draw of a run, by its number from 0",
        })
        .options({
          draws: simulationOptions.draws,
          seed: simulationOptions.seed,
          method: simulationOptions.method,
        })
        .option("dot", { type: "boolean", default: false, describe: "A graph for Graphviz" }),
    handler: async (args) => {
      const { explain } = await import("../explain.js");
      process.stdout.write(await explain(args));
      finish(exitCodes.done);
    },
  };
}
