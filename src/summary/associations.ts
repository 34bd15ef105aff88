import { pawn } from "../sensitivity/pawn.js";
import { regressions } from "../sensitivity/regression.js";
import { midranks } from "../sensitivity/spearman.js";
import type { Interval } from "../statistics/estimate.js";
import type { FinishedRun } from "./finished-run.js";

/** With more inputs than this, too few draws stand against each to tell them apart. */
const INPUTS_MAX = 40;

/** What the draws of a run say of each input of an output beyond rank correlations. */
export interface Associations {
  /** Draws they are from. */
  readonly draws: number;
  /** Share of the variance of the output's ranks that a straight line through those of all inputs has. */
  readonly explained: Interval;
  /** PAWN distances up to this may be chance. */
  readonly noise: number;
  readonly inputs: readonly {
    readonly input: string;
    /** Standardized rank regression coefficient (SRRC). */
    readonly standardized: Interval;
    /** Partial rank correlation coefficient (PRCC). */
    readonly partial: Interval;
    /** PAWN: how far knowing the input moves the distribution of the output. */
    readonly pawn: Interval;
  }[];
}

/** By output that something uncertain moves; empty where there are more than forty inputs. */
export function associationsOf({
  scenario,
  model,
  fewDraws,
}: FinishedRun): Readonly<Record<string, Associations>> {
  const { inputs } = model;
  if (inputs.length === 0 || inputs.length > INPUTS_MAX) return {};
  const { uniforms, evaluateAll, sizes } = fewDraws();
  const draws = sizes.reduce((sum, size) => sum + size, 0);
  // One replicate after the other, each a block.
  const replication = { count: sizes.length, block: sizes[0]! };
  const columns = new Map(inputs.map(({ name }, k) => [name, uniforms[k]!]));
  const outputs = evaluateAll(new Map(), "held").map((column) => column.slice());
  const moved = scenario.outputs.filter((name) => model.inputsOf(name).size > 0);
  const valuesOf = (name: string): Float64Array => outputs[scenario.outputs.indexOf(name)]!;
  const lines = regressions(
    moved.map((name) => midranks(valuesOf(name))),
    columns,
    replication,
  );
  return Object.fromEntries(
    moved.map((name, k) => {
      const needed = model.inputsOf(name);
      const own = new Map([...columns].filter(([input]) => needed.has(input)));
      const distances = pawn(valuesOf(name), own, replication);
      const { explained, inputs: slopes } = lines[k]!;
      const found = distances.map(({ input, distance }) => {
        const { standardized, partial } = slopes.find((slope) => slope.input === input)!;
        return { input, standardized, partial, pawn: distance };
      });
      return [name, { draws, explained, noise: distances[0]!.noise, inputs: found }];
    }),
  );
}
