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
      const { warningsBeforeRun } = await import("../warnings-before-run.js");
      for (const { file, scenario: checked } of await loadScenarios(scenario, new Map())) {
        process.stdout.write(`${file}: valid\n`);
        for (const warning of warningsBeforeRun(checked)) {
          process.stderr.write(`${file}: warning: ${warning}\n`);
        }
      }
      finish(exitCodes.done);
    },
  };
}
