import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { analysisCsv } from "../report/sensitivity-csv.js";
import { analyseSensitivity } from "../summary/analyse-sensitivity.js";
import { loadQuestion, outputAsked, type SensitivityArguments } from "./analysis-options.js";
import { describeSensitivity } from "./describe-sensitivity.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { writeFile } from "./write-folder.js";

/** Analyses one output and prints the ranking; with `out`, also writes it as CSV and JSON. */
export async function sensitivity(args: SensitivityArguments): Promise<ExitCode> {
  const scenario = await loadQuestion(args);
  const analysis = await analyseSensitivity(scenario, outputAsked(scenario, args.output));
  process.stdout.write(args.json ? `${JSON.stringify(analysis)}\n` : describeSensitivity(analysis));
  if (args.out !== undefined) {
    await mkdir(args.out, { recursive: true });
    const json = `${JSON.stringify(analysis, null, 2)}\n`;
    await writeFile(join(args.out, "sensitivity.csv"), analysisCsv(analysis));
    await writeFile(join(args.out, "sensitivity.json"), json);
  }
  const { draws, evaluations } = analysis.undefined;
  const accepted = scenario.run.allowUndefined || draws + evaluations === 0;
  return accepted ? exitCodes.done : exitCodes.rejected;
}
