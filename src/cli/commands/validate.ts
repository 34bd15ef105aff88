import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";

/** `breakeven validate scenarios`: checks scenarios and runs nothing. */
export function validateCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, { readonly scenario: readonly string[] }> {
  return {
    command: "validate <scenario..>",
    describe: "Check scenarios and list every problem, without running them",
    builder: (yargs) =>
      yargs.positional("scenario", { type: "string", array: true, demandOption: true }),
    handler: async ({ scenario }) => {
      const { loadScenarios } = await import("../load-scenarios.js");
      for (const { file } of await loadScenarios(scenario, new Map())) {
        process.stdout.write(`${file}: valid\n`);
      }
      finish(exitCodes.done);
    },
  };
}
