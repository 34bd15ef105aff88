import type { CommandModule } from "yargs";
import { type ExitCode, exitCodes } from "../exit-codes.js";

/** `breakeven schema`: the JSON Schema of a scenario, for editors. */
export function schemaCommand(finish: (code: ExitCode) => void): CommandModule {
  return {
    command: "schema",
    describe: "Print the JSON Schema of a scenario, for editors",
    handler: async () => {
      const { scenarioJsonSchema } = await import("../../scenario/schema.js");
      process.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
      finish(exitCodes.done);
    },
  };
}
