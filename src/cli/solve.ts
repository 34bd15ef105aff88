import { sensibleRange } from "../decision/freed.js";
import { type Solved, solvePrice, solveScenario } from "../decision/solve-scenario.js";
import type { Quantity } from "../models/quantity.js";
import type { Interval } from "../statistics/estimate.js";
import { loadQuestion, outputAsked, type SolveArguments } from "./analysis-options.js";
import { describeSolved, describeSolvedPrice } from "./describe-solved.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { numberIn, probabilityOf } from "./numbers.js";
import { outputOfPrice, type PriceAsked, priceAsked } from "./price-asked.js";
import { settable } from "./settable.js";

/** A question for a value and its answer, as `--json` prints it. */
export interface SolveAnswer extends Partial<Solved> {
  readonly format: "breakeven/solve/1";
  readonly scenario: string;
  readonly output: string;
  readonly label: string;
  readonly unit: string;
  readonly probability: number;
  readonly run: { readonly draws: number; readonly seed: string; readonly method: string };
  /** The name solved for, or `price`. */
  readonly for: string;
  readonly input?: { readonly label: string; readonly unit: string };
  /** What the output is held against; of `--for price`, the answer. */
  readonly price: PriceAsked | Interval;
}

/** Solves for an input or for the price and prints the answer. */
export async function solveFor(args: SolveArguments): Promise<ExitCode> {
  const scenario = await loadQuestion(args);
  const output = outputAsked(scenario, args.output ?? outputOfPrice(scenario, args.price));
  const probability = probabilityOf(args.probability);
  const quantity = scenario.quantities.find(({ name }) => name === args.for);
  const compared = scenario.quantities.find(({ name }) => name === output)!;
  const common = {
    format: "breakeven/solve/1" as const,
    ...{ scenario: scenario.name, output, label: compared.label, unit: compared.unit, probability },
    run: { draws: scenario.run.draws, seed: scenario.run.seed, method: scenario.run.method },
    for: args.for,
  };
  let undefinedDraws: number;
  if (args.for === "price" && !quantity) {
    if (args.price !== undefined) throw new UsageError("--for price finds the price; omit --price");
    const solved = solvePrice(scenario, { output, probability });
    undefinedDraws = solved.undefined;
    const answer: SolveAnswer = { ...common, ...solved };
    print(args, answer, () => describeSolvedPrice(scenario, answer, solved));
  } else {
    const input = settable(scenario, output, args.for, "--for");
    const price = priceAsked(scenario, output, args.price);
    const between = rangeAsked(input, args.between);
    const ask = { output, input: input.name, price: price.price, probability };
    const solved = solveScenario(scenario, { ...ask, ...(between ? { between } : {}) });
    undefinedDraws = solved.undefined;
    const { label, unit } = input;
    const answer: SolveAnswer = { ...common, input: { label, unit }, price, ...solved };
    print(args, answer, () =>
      describeSolved(scenario, { input, price, compared, probability }, solved),
    );
  }
  const accepted = scenario.run.allowUndefined || undefinedDraws === 0;
  return accepted ? exitCodes.done : exitCodes.rejected;
}

function print({ json }: SolveArguments, answer: SolveAnswer, describe: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : describe());
}

/** Where to look for the value; a fixed number has no range of its own. */
function rangeAsked(
  input: Quantity,
  between: string | undefined,
): readonly [number, number] | undefined {
  if (between !== undefined) {
    const [low, high, ...more] = between.split(":").map(numberIn);
    if (more.length === 0 && low! < high!) return [low!, high!];
    throw new UsageError(
      `--between takes two numbers, the smaller first, such as 0.2:0.9; got ${JSON.stringify(between)}`,
    );
  }
  const { definition, name } = input;
  if (definition.kind !== "constant" || sensibleRange(input, definition.value)) return undefined;
  throw new UsageError(`${name} is ${definition.value} now: say where to look, --between LOW:HIGH`);
}
