import { percentileRanks } from "../sensitivity/percentile-ranks.js";
import type { FinishedRun } from "./finished-run.js";
import { inputsAt } from "./inputs-at.js";

/** An input of an output, with where it stands in each draw. */
export interface RankedInput {
  readonly name: string;
  /** Percentile ranks in (0, 1), one per draw. */
  readonly ranks: Float64Array;
  /** Of a switch: the names of its cases, and the case of each draw. */
  readonly switched?: { readonly names: readonly string[]; readonly values: Float64Array };
}

/** Values looked at to see whether some are alike. */
const LOOKED_AT = 1024;

/**
 * The inputs that an output depends on, over the first draws of the run. The uniforms of an input are
 * its ranks, unless it takes some values often or depends on other inputs.
 */
export function rankedInputs(
  run: FinishedRun,
  output: string,
  draws: number,
): readonly RankedInput[] {
  const { model, sample } = run;
  const needed = model.inputsOf(output);
  const inputs = model.inputs.filter(({ name }) => needed.has(name));
  const first = inputsAt(run, firstDraws(Math.min(LOOKED_AT, draws)));
  const plain = (name: string): boolean => {
    const values = first.own(name);
    return new Set(values).size === values.length;
  };
  const ranked = new Set(
    inputs.flatMap((input) => ("given" in input || !plain(input.name) ? [input.name] : [])),
  );
  const values = inputsAt(run, firstDraws(draws), ranked);
  return inputs.map(({ name }) => {
    if (!ranked.has(name)) return { name, ranks: sample.uniforms.get(name)!.subarray(0, draws) };
    const { definition } = model.quantities.find((quantity) => quantity.name === name)!;
    const own = values.own(name);
    const names = definition.kind === "distribution" ? definition.cases : undefined;
    return {
      name,
      ranks: percentileRanks(own),
      ...(names ? { switched: { names, values: own } } : {}),
    };
  });
}

function firstDraws(count: number): Uint32Array {
  const draws = new Uint32Array(count);
  for (let draw = 0; draw < count; draw++) draws[draw] = draw;
  return draws;
}
