import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";

interface ExplainArguments {
  readonly scenario: string;
  readonly set?: readonly string[] | undefined;
  readonly dot: boolean;
}

/** `breakeven explain scenarios/a.yaml`: the quantities, formulas, units and values of a scenario. */
export function explainCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, ExplainArguments> {
  return {
    command: "explain <scenario>",
    describe: "Show the quantities of a scenario: formulas, units and values at the medians",
    builder: (yargs) =>
      yargs
        .positional("scenario", { type: "string", demandOption: true })
        .option("set", { type: "string", array: true, nargs: 1, describe: "Override an input" })
        .option("dot", { type: "boolean", default: false, describe: "A graph for Graphviz" }),
    handler: async ({ scenario, set, dot }) => {
      const { explain } = await import("../explain.js");
      process.stdout.write(await explain(scenario, set, dot));
      finish(exitCodes.done);
    },
  };
}
