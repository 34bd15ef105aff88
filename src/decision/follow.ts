import type { ModelInput } from "../engine/model-input.js";
import { cholesky } from "../numeric/cholesky.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { solveFactored } from "../numeric/solve-factored.js";
import { insideUnitInterval } from "../sampling/apply-dependence.js";
import type { CorrelatedBlock } from "../sensitivity/correlated-blocks.js";
import type { UncertainModel } from "../sensitivity/draw-values.js";
import type { Setting, Settings } from "./setting.js";

/** The uniforms of the inputs that follow those set, by name; empty where nothing follows. */
export type Followers = (settings: Settings) => ReadonlyMap<string, Float64Array>;

/**
 * The inputs of correlated blocks that are not set, given those that are: their normal scores move by
 * what the set ones move.
 *
 * @param uniforms of the draws with nothing set, by input
 * @throws {RangeError} from the function, where an input is set whose distribution depends on others
 */
export function followersOf(
  { inputs }: UncertainModel,
  blocks: readonly CorrelatedBlock[],
  uniforms: ReadonlyMap<string, Float64Array>,
): Followers {
  const known = new Map<string, Float64Array>();
  const scoresOf = (name: string): Float64Array => {
    const scores = known.get(name) ?? uniforms.get(name)!.map(normalQuantile);
    known.set(name, scores);
    return scores;
  };
  const target = (name: string, settings: Settings): Targets => {
    return targetsOf(
      inputs.find((input) => input.name === name)!,
      settings.get(name)!,
    );
  };
  return (settings) => {
    const touched = blocks.filter((block) => block.inputs.some((name) => settings.has(name)));
    return new Map(
      touched.flatMap((block) => {
        const set = [...block.inputs.keys()].filter((k) => settings.has(block.inputs[k]!));
        const factor = cholesky(set.map((i) => set.map((j) => block.scores[i]![j]!)))!;
        const moves = set.map((k) => {
          const name = block.inputs[k]!;
          return { to: target(name, settings), from: scoresOf(name) };
        });
        return [...block.inputs.entries()].flatMap(([k, name]): [string, Float64Array][] => {
          if (settings.has(name)) return [];
          const weights = solveFactored(
            factor,
            set.map((j) => block.scores[k]![j]!),
          );
          return [[name, movedScores(scoresOf(name), moves, weights)]];
        });
      }),
    );
  };
}

/** The score that an input is set to in each draw. */
type Targets = (draw: number) => number;

function targetsOf(input: ModelInput, setting: Setting): Targets {
  const scoreAt = (share: number): number => normalQuantile(insideUnitInterval(share));
  if (typeof setting === "object" && "scores" in setting) return (draw) => setting.scores[draw]!;
  if (!("distribution" in input)) {
    throw new RangeError(
      `the distribution of ${input.name} depends on other inputs, so that its value alone does not tell what its correlated inputs follow`,
    );
  }
  const { cdf } = input.distribution;
  if (typeof setting !== "number") return (draw) => scoreAt(cdf(setting[draw]!));
  const score = scoreAt(cdf(setting));
  return () => score;
}

function movedScores(
  scores: Float64Array,
  moves: readonly { readonly to: Targets; readonly from: Float64Array }[],
  weights: readonly number[],
): Float64Array {
  return scores.map((score, draw) => {
    let moved = score;
    for (const [m, { to, from }] of moves.entries()) {
      moved += weights[m]! * (to(draw) - from[draw]!);
    }
    return insideUnitInterval(normalCdf(moved));
  });
}
