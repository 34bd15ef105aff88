import type { CompiledModel } from "../engine/compile-model.js";
import { createDesign } from "../sampling/create-design.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluate, Progress } from "../simulation/evaluate.js";
import { pause } from "../simulation/pause.js";
import { type Plan, segmentsOf } from "../simulation/plan.js";
import { createTally, type Tally, type TallyBuilder } from "../statistics/tally.js";
import { priceIn } from "./break-even.js";

/** Independent groups of draws, whose spread gives the errors: replicates, or blocks of draws. */
const GROUPS = 8;
/** Draws in a block where every draw is independent. */
const BLOCK = 16_384;
/** Values of outputs that are held at a time. */
const SEGMENT_VALUES = 2_097_152;
/** Draws without a finite value that are named. */
const NAMED_MAX = 3;

/** What is kept of an output of a run whose draws are too many to be held. */
export interface Tallied {
  /** By independent group; values and thresholds are in the output's own unit. */
  readonly groups: readonly Tally[];
  /** The prices that its draws were held against. */
  readonly prices: readonly number[];
  /** The first draws, in base units. */
  readonly first: Float64Array;
  /** Numbers of the first draws without a finite value, three at most. */
  readonly undefinedAt: readonly number[];
}

/**
 * Evaluates a run segment by segment and keeps tallies of its outputs, in the order of
 * `scenario.outputs`: in constant memory, however many draws there are.
 *
 * @param firstDraws how many draws to keep as they are
 */
export async function tallyDraws(
  scenario: Scenario,
  model: CompiledModel,
  plan: Plan,
  evaluate: Evaluate,
  progress: Progress,
  firstDraws: number,
): Promise<readonly Tallied[]> {
  const { count, block } = createDesign(plan.run).replication ?? { count: GROUPS, block: BLOCK };
  const scratch = new Float64Array(block);
  const tallies = scenario.outputs.map((name) =>
    outputTally(name, scenario, model, firstDraws, scratch),
  );
  const segments = segmentsOf(plan, Math.ceil(SEGMENT_VALUES / scenario.outputs.length));
  const draw = (
    segment: Plan,
    into?: readonly Float64Array[],
  ): Promise<readonly Float64Array[]> => {
    const drawn = evaluate(scenario, segment, progress, into);
    // It is awaited after the segment before it; a failure until then must not end the process.
    drawn.catch(() => undefined);
    return drawn;
  };
  let coming = draw(segments[0]!);
  let spare: readonly Float64Array[] | undefined;
  for (const [k, segment] of segments.entries()) {
    const columns = await coming;
    const next = segments[k + 1];
    // Worker threads draw it while this one is tallied. No segment is longer than the first.
    if (next) coming = draw(next, spare);
    for (let start = segment.start; start < segment.end; start += block) {
      const group = (Math.floor(start / block) % count) % GROUPS;
      const end = Math.min(start + block, segment.end);
      for (const [output, tally] of tallies.entries()) {
        tally.add(
          columns[output]!.subarray(start - segment.start, end - segment.start),
          start,
          group,
        );
      }
      await pause();
    }
    spare = columns;
  }
  return tallies.map((tally) => tally.finish());
}

interface OutputTally {
  readonly add: (baseValues: Float64Array, start: number, group: number) => void;
  readonly finish: () => Tallied;
}

/** @param scratch room for the values of a block */
function outputTally(
  name: string,
  scenario: Scenario,
  model: CompiledModel,
  firstDraws: number,
  scratch: Float64Array,
): OutputTally {
  const { unit } = model.quantities.find((quantity) => quantity.name === name)!;
  const { scale } = model.units.parse(unit);
  const prices = scenario.prices
    .filter(({ output }) => output === name)
    .map((price) => priceIn(price, { unit, scale }, model));
  const groups = Array.from({ length: GROUPS }, (): TallyBuilder => createTally(prices));
  const first = new Float64Array(firstDraws);
  const undefinedAt: number[] = [];
  return {
    add: (baseValues, start, group) => {
      if (start < firstDraws) first.set(baseValues.subarray(0, firstDraws - start), start);
      const values = scale === 1 ? baseValues : scratch.subarray(0, baseValues.length);
      if (scale !== 1) for (let i = 0; i < values.length; i++) values[i] = baseValues[i]! / scale;
      for (let i = 0; i < values.length && undefinedAt.length < NAMED_MAX; i++) {
        if (!Number.isFinite(values[i])) undefinedAt.push(start + i);
      }
      groups[group]!.add(values);
    },
    finish: () => ({ groups: groups.map((group) => group.tally()), prices, first, undefinedAt }),
  };
}
