import { join } from "node:path";
import { compareScenarios, type ComparisonOptions } from "../comparison/compare-scenarios.js";
import type { Comparison } from "../comparison/comparison.js";
import { Incomparable } from "../comparison/incomparable.js";
import { composeComparison } from "../report/comparison/compose-comparison.js";
import { compareCommandLine } from "../report/comparison/sections.js";
import { factorRows, oddsTable } from "../report/comparison/rows.js";
import {
  comparisonHeadline,
  elsewhereSentence,
  noSplitSentence,
  scaleSentence,
  valuesSentence,
} from "../report/comparison/sentences.js";
import { InvalidScenario, type Problem } from "../scenario/problem.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { type LoadedScenario, loadScenarios } from "./load-scenarios.js";
import { type CompareArguments, runSettings } from "./options.js";
import { provenanceOf } from "./provenance.js";
import { table } from "./table.js";
import { createTerminal, type Terminal } from "./terminal.js";
import { writeFolder } from "./write-folder.js";

/** Loads two scenarios, compares them, and prints or writes what explains the difference. */
export async function compare(args: CompareArguments): Promise<ExitCode> {
  const [a, b] = await loadPair(args);
  const comparison = comparedAs(a, b, args);
  const terminal = createTerminal(false);
  if (args.json) terminal.print(JSON.stringify(comparison));
  else print(comparison, terminal);
  if (args.out !== undefined) {
    const folder = join(args.out, `${a.scenario.name}-to-${b.scenario.name}`);
    const sources = [a, b].map((loaded) => provenanceOf(loaded, {}));
    const command = compareCommandLine(sources, asked(args));
    const files = await composeComparison(comparison, sources, command);
    await writeFolder(folder, files);
    if (!args.json) terminal.print(terminal.dim(join(folder, "comparison.html")));
  }
  if (!noSplitSentence(comparison)) return exitCodes.done;
  terminal.say(noSplitSentence(comparison)!);
  return exitCodes.rejected;
}

/** Both scenarios, or the problems of both together; two versions may have one name. */
async function loadPair(
  args: CompareArguments,
): Promise<readonly [LoadedScenario, LoadedScenario]> {
  const problems: Problem[] = [];
  const loaded: LoadedScenario[] = [];
  for (const file of [args.a, args.b]) {
    try {
      const found = await loadScenarios([file], new Map());
      if (found.length > 1) throw new UsageError(`compare takes two files; ${file} is a folder`);
      loaded.push(...found);
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidScenario(problems);
  return [loaded[0]!, loaded[1]!];
}

function comparedAs(a: LoadedScenario, b: LoadedScenario, args: CompareArguments): Comparison {
  const alike = a.scenario.name === b.scenario.name;
  const [first, second] = [a, b].map(({ scenario, file }) =>
    alike ? { ...scenario, name: file } : scenario,
  ) as [LoadedScenario["scenario"], LoadedScenario["scenario"]];
  try {
    return compareScenarios(first, second, optionsOf(first, args));
  } catch (error) {
    if (error instanceof Incomparable) throw new UsageError(error.message);
    throw error;
  }
}

function optionsOf(first: LoadedScenario["scenario"], args: CompareArguments): ComparisonOptions {
  const { draws, seed, method } = runSettings(first, args);
  const amount = Number(args.price);
  const isAmount = args.price !== undefined && args.price.trim() !== "" && Number.isFinite(amount);
  return {
    ...(args.output === undefined ? {} : { output: args.output }),
    ...(args.price === undefined ? {} : { price: isAmount ? amount : args.price }),
    run: { seed, method, ...(args.draws === undefined ? {} : { draws }) },
  };
}

/** The options as they were given, for the command that makes the page again. */
function asked(args: CompareArguments): readonly string[] {
  const given = ["output", "price", "draws", "seed", "method"] as const;
  return given.flatMap((name) => (args[name] === undefined ? [] : [`--${name}`, args[name]]));
}

function print(comparison: Comparison, terminal: Terminal): void {
  terminal.print(terminal.bold(comparisonHeadline(comparison)));
  terminal.print(`${valuesSentence(comparison)}\n`);
  const rows = factorRows(comparison).map(({ kind, label, from, to, effect, share }) => [
    kind === "input" ? `  ${label}` : label,
    ...[shortened(from), shortened(to), effect, share],
  ]);
  const { a, b, simulated } = comparison;
  terminal.print(table(["factor", a.scenario, b.scenario, "effect", "share"], rows));
  if (simulated && simulated.breakEven.length > 0) {
    const { columns, rows: odds } = oddsTable(comparison);
    terminal.print("Percentage points of futures at or below each price:");
    terminal.print(table(["factor", ...columns], odds));
  }
  const remarks = [scaleSentence(comparison), ...comparison.notes, elsewhereSentence(comparison)];
  for (const remark of remarks) if (remark !== undefined) terminal.print(remark);
}

/** A long formula would push the numbers off the screen. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 44 ? text : `${characters.slice(0, 43).join("")}…`;
}
