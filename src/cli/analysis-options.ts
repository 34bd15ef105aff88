import { nearestName } from "../formula/nearest-name.js";
import type { Scenario } from "../scenario/scenario.js";
import { UsageError } from "./exit-codes.js";
import { loadScenarios } from "./load-scenarios.js";
import {
  overridesOf,
  runSettings,
  type SimulationArguments,
  simulationOptions,
} from "./options.js";

/** Options of the commands that ask one question of one scenario, as yargs declares them. */
export const analysisOptions = {
  output: { type: "string", describe: "The output asked about; the first by default" },
  draws: { type: "string", describe: "Draws, 16384 by default" },
  seed: simulationOptions.seed,
  method: simulationOptions.method,
  set: simulationOptions.set,
  json: { type: "boolean", default: false, describe: "Print the answer as JSON" },
} as const;

/** What yargs makes of them. */
export interface AnalysisArguments extends Omit<SimulationArguments, "workers"> {
  readonly scenario: string;
  readonly output?: string | undefined;
  readonly json: boolean;
}

/** What `breakeven sensitivity` takes. */
export interface SensitivityArguments extends AnalysisArguments {
  readonly out?: string | undefined;
}

/** What `breakeven solve` takes. */
export interface SolveArguments extends AnalysisArguments {
  readonly for: string;
  readonly price?: string | undefined;
  readonly probability: string;
  readonly between?: string | undefined;
}

/** What `breakeven sweep` takes. */
export interface SweepArguments extends AnalysisArguments {
  readonly over: readonly string[];
  readonly price?: string | undefined;
  readonly out?: string | undefined;
}

/** Draws where nobody asks for a number: errors of a share near one in a hundred. */
const DRAWS = "16384";
/** Every draw is kept in memory, some of them once an input. */
const DRAWS_MAX = 2 ** 20;

/** The scenario of a question, with the draws to answer it by. */
export async function loadQuestion(args: AnalysisArguments): Promise<Scenario> {
  const [loaded] = await loadScenarios([args.scenario], overridesOf(args));
  const { scenario } = loaded!;
  const run = runSettings(scenario, { ...args, draws: args.draws ?? DRAWS });
  if (run.draws > DRAWS_MAX) {
    throw new UsageError(`--draws takes at most ${DRAWS_MAX} here; got ${run.draws}`);
  }
  return { ...scenario, run };
}

/** The output asked about. */
export function outputAsked({ outputs }: Scenario, asked: string | undefined): string {
  if (asked === undefined) return outputs[0]!;
  if (outputs.includes(asked)) return asked;
  throw new UsageError(`--output: ${unknownName(asked, outputs, "output of the scenario")}`);
}

/** What to say of a name that is none of those there are. */
export function unknownName(name: string, names: readonly string[], what: string): string {
  const near = nearestName(name, names);
  const hint = near === undefined ? `there are ${names.join(", ")}` : `did you mean ${near}?`;
  return `${JSON.stringify(name)} is no ${what}; ${hint}`;
}
