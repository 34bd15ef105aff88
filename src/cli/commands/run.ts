import type { CommandModule } from "yargs";
import type { ExitCode } from "../exit-codes.js";
import { type RunArguments, simulationOptions } from "../options.js";

/** `breakeven run scenarios`: simulates every scenario named and writes a report of each. */
export function runCommand(finish: (code: ExitCode) => void): CommandModule<object, RunArguments> {
  return {
    command: "run <scenario..>",
    describe: "Simulate scenarios (files or folders) and write a report of each",
    builder: (yargs) =>
      yargs
        .positional("scenario", { type: "string", array: true, demandOption: true })
        .options(simulationOptions)
        .option("given", {
          type: "string",
          array: true,
          nargs: 1,
          describe: 'Also the answer where a condition holds: --given "utilization > 60%"',
        })
        .option("since", {
          type: "string",
          describe:
            "Say what changed since an earlier run: its report's folder, a folder of such, or last",
        })
        .option("out", { type: "string", describe: "Folder for the reports [reports]" })
        .option("samples", { choices: ["parquet", "csv"], describe: "Also write every draw" })
        .option("memo", { choices: ["docx"], describe: "Also write the memo as a Word document" })
        .option("pdf", {
          type: "boolean",
          default: false,
          describe: "Also print report and memo, by a Chromium, Chrome or Edge of yours",
        })
        .option("paper", { choices: ["A4", "letter"], describe: "Of the PDF files [A4]" })
        .option("theme", { choices: ["light", "dark", "auto"], describe: "Of the page [auto]" })
        .option("interactive-charts", {
          type: "boolean",
          default: false,
          describe: "Figures of the page are live Vega views: point at a mark, or use arrow keys",
        })
        .option("json", { type: "boolean", default: false, describe: "Print summaries as JSON" })
        .option("quiet", { type: "boolean", default: false, describe: "No progress, no messages" }),
    handler: async (args) => {
      const { run } = await import("../run.js");
      finish(await run(args));
    },
  };
}
