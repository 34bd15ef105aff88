import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";

/** `breakeven models token-cost`: the model library and its sources. */
export function modelsCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, { readonly name?: string | undefined }> {
  return {
    command: "models [name]",
    describe: "List the model library, or one model's quantities and sources",
    builder: (yargs) => yargs.positional("name", { type: "string", describe: "Model to show" }),
    handler: async ({ name }) => {
      const { describeModels } = await import("../describe-models.js");
      process.stdout.write(describeModels(name));
      finish(exitCodes.done);
    },
  };
}
