import { cpus } from "node:os";
import type { Method, Scenario } from "../scenario/scenario.js";
import { UsageError } from "./exit-codes.js";

/** Options that commands which simulate have in common, as yargs declares them. */
export const simulationOptions = {
  draws: { type: "string", describe: "Number of simulated futures, such as 131072 or 1e6" },
  seed: { type: "string", describe: "Any text or number; the same seed gives the same bits" },
  method: { choices: ["sobol", "lhs", "random"], describe: "How draws are laid out" },
  workers: { type: "string", describe: "Worker threads; small runs need none" },
  set: { type: "string", array: true, nargs: 1, describe: "Override an input: --set name=value" },
} as const;

/** What yargs makes of them. */
export interface SimulationArguments {
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly method?: string | undefined;
  readonly workers?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

/** What `breakeven run` takes. */
export interface RunArguments extends SimulationArguments {
  readonly scenario: readonly string[];
  readonly given?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly out?: string | undefined;
  readonly samples?: string | undefined;
  readonly memo?: string | undefined;
  readonly pdf: boolean;
  readonly paper?: string | undefined;
  readonly theme?: string | undefined;
  readonly "interactive-charts": boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What `breakeven explain` takes. */
export interface ExplainArguments extends SimulationArguments {
  readonly scenario: string;
  readonly dot: boolean;
  readonly draw?: string | undefined;
}

/** What `breakeven fit` takes. */
export interface FitArguments {
  readonly file: string;
  readonly column: string;
  readonly unit?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}

/** What `breakeven compare` takes. */
export interface CompareArguments extends SimulationArguments {
  readonly a: string;
  readonly b: string;
  readonly output?: string | undefined;
  readonly price?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}

const DRAWS_MIN = 400;
const DRAWS_MAX = 1e10;
const WORKERS_MAX = 256;

/** The run a scenario asks for, with the command line's wishes laid over it. */
export function runSettings(
  { run }: Scenario,
  { draws, seed, method }: SimulationArguments,
): Scenario["run"] {
  return {
    ...run,
    ...(draws === undefined ? {} : { draws: wholeNumber("--draws", draws, DRAWS_MIN, DRAWS_MAX) }),
    ...(seed === undefined ? {} : { seed }),
    ...(method === undefined ? {} : { method: method as Method }),
  };
}

/** Worker threads asked for; undefined leaves the choice to the size of the run. */
export function workerCount({ workers }: SimulationArguments): number | undefined {
  return workers === undefined ? undefined : wholeNumber("--workers", workers, 1, WORKERS_MAX);
}

/** Threads to use where nobody asked for a number. */
export function usualWorkerCount(): number {
  return Math.max(1, cpus().length);
}

/** `--set` entries by name; a value that reads as a number is one. */
export function overridesOf({
  set = [],
}: SimulationArguments): ReadonlyMap<string, number | string> {
  return new Map(
    set.map((entry) => {
      const [, name, value] = /^([A-Za-z][A-Za-z0-9_.]{0,127})=(.+)$/.exec(entry) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError(`--set takes name=value; got ${JSON.stringify(entry)}`);
      }
      const number = Number(value);
      return [name, value.trim() !== "" && Number.isFinite(number) ? number : value];
    }),
  );
}

/** The number of a draw to replay, from 0; undefined where none is asked for. */
export function drawNumber(draw: string | undefined, draws: number): number | undefined {
  return draw === undefined ? undefined : wholeNumber("--draw", draw, 0, draws - 1);
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const number = Number(text.replace(/(?<=\d)_(?=\d)/g, ""));
  if (Number.isInteger(number) && min <= number && number <= max) return number;
  throw new UsageError(
    `${option} takes a whole number from ${min} to ${max}; got ${JSON.stringify(text)}`,
  );
}
