#!/usr/bin/env node
import yargs from "yargs";
import { compareCommand } from "./commands/compare.js";
import { explainCommand } from "./commands/explain.js";
import { fitCommand } from "./commands/fit.js";
import { initCommand } from "./commands/init.js";
import { modelsCommand } from "./commands/models.js";
import { runCommand } from "./commands/run.js";
import { schemaCommand } from "./commands/schema.js";
import { sensitivityCommand } from "./commands/sensitivity.js";
import { solveCommand } from "./commands/solve.js";
import { sweepCommand } from "./commands/sweep.js";
import { validateCommand } from "./commands/validate.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";

// Commands load what they need when they run, so that `--help` answers at once.
const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.done);
});

/** Options that may be given once. */
const SINGLE = [
  ...["draws", "seed", "method", "workers", "out", "samples", "draw", "since"],
  ...["column", "unit", "min", "max", "output"],
  ...["for", "price", "probability", "between", "memo", "paper", "theme"],
];

const parser = yargs(process.argv.slice(2))
  .scriptName("breakeven")
  .usage("$0 <command>\n\nWhat does a token cost, and how likely does this price cover it?")
  .command(runCommand(finish))
  .command(validateCommand(finish))
  .command(explainCommand(finish))
  .command(sensitivityCommand(finish))
  .command(solveCommand(finish))
  .command(sweepCommand(finish))
  .command(fitCommand(finish))
  .command(compareCommand(finish))
  .command(modelsCommand(finish))
  .command(schemaCommand(finish))
  .command(initCommand(finish))
  .example("$0 run scenarios", "simulate every scenario of a folder")
  .demandCommand(1, "Name a command; breakeven --help lists them.")
  .recommendCommands()
  .strict()
  .parserConfiguration({
    "parse-numbers": false,
    "parse-positional-numbers": false,
    "dot-notation": false,
  })
  .check((argv) => {
    // Only --set, --given and --over may be repeated; a second --seed would otherwise be dropped or garbled.
    const repeated = SINGLE.find((name) => Array.isArray(argv[name]));
    if (repeated !== undefined) throw new UsageError(`--${repeated} is given more than once`);
    return true;
  })
  .exitProcess(false)
  .fail((message: string | null, error: Error | undefined) => {
    throw (
      error ?? new UsageError(`${message ?? "wrong usage"}\nbreakeven --help lists the commands.`)
    );
  });

try {
  await parser.parseAsync();
} catch (error) {
  const { reportFailure } = await import("./report-failure.js");
  finish(reportFailure(error));
}
