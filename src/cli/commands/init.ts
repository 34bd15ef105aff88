import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";

/** `breakeven init my-model`: a commented scenario to start from. */
export function initCommand(
  finish: (code: ExitCode) => void,
): CommandModule<object, { readonly name: string }> {
  return {
    command: "init <name>",
    describe: "Write <name>.yaml, a commented scenario to start from",
    builder: (yargs) => yargs.positional("name", { type: "string", demandOption: true }),
    handler: async ({ name }) => {
      const { writeStarter } = await import("../starter.js");
      process.stdout.write(`${await writeStarter(name)}\n`);
      finish(exitCodes.done);
    },
  };
}
