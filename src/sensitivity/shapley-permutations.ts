import { createDesign } from "../sampling/create-design.js";
import { permutation } from "../sampling/permutation.js";
import { createStreams } from "../sampling/streams.js";
import { intervalOf } from "../statistics/replicates.js";
import { type ConditionalParts, conditionalParts, secondStream } from "./conditional-draws.js";
import type { UncertainModel } from "./draw-values.js";
import type { Group, Refusal } from "./groups.js";
import { measured, type Target } from "./measure.js";
import { countNotFinite, refuseUnmeasurable } from "./refuse-unmeasurable.js";
import type { ShapleyEffects } from "./shapley-effects.js";
import { judgeTail } from "./tail.js";
import { fastestGrowth } from "./tail-growth.js";

/** Draws evaluated together, many orders of them. */
const BLOCK_DRAWS = 2048;
/** Draws that share one order of the groups; the next as many take the reverse order. */
const DRAWS_PER_ORDER = 32;
/** Names the stream of orders; no input's name holds a space. */
const ORDERS = "orders of inputs";

/** What one target gathers over the draws. */
interface Tally {
  readonly target: Target;
  /** By replicate, what each group has added to half the squared difference of A and B. */
  readonly added: readonly Float64Array[];
  /** The target's values at A. */
  readonly start: Float64Array;
  /** The output's values, before the measure, at A and at B. */
  readonly raw: readonly [Float64Array, Float64Array];
  undefined: number;
}

/**
 * Shapley effects from random orders: from A to B, the groups are drawn anew one after the other, each
 * given those not drawn anew yet, and what each changes is credited to it. An order and its reverse
 * follow each other, which cancels most of what an order adds to the error.
 *
 * Source: Goda, "A simple algorithm for global sensitivity analysis with Shapley effects", Reliability
 * Engineering & System Safety 213 (2021), equation 9, each step conditional on what is still frozen.
 */
export function shapleyByPermutations(
  model: UncertainModel,
  groups: readonly Group[],
  targets: readonly Target[],
  draws: number,
  seed: string,
): readonly (ShapleyEffects | Refusal)[] {
  const names = model.inputs.map(({ name }) => name);
  const dimensions = [...names, ...names.map(secondStream)];
  const design = createDesign({ method: "sobol", draws, seed, dimensions });
  const { count, block } = design.replication!;
  const tallies = targets.map((target) => newTally(target, draws, count, groups.length));
  const streams = createStreams(seed);
  const key = streams.key(ORDERS);
  const size = Math.min(DRAWS_PER_ORDER, block);
  for (let start = 0; start < draws; start += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, draws - start);
    const parts = Array.from({ length: Math.ceil(length / size) }, (_, k): Part => {
      const from = k * size;
      const turn = (start + from) / size;
      const order = permutation(streams, key, turn >> 1, groups.length);
      if (turn & 1) order.reverse();
      const replicate = Math.floor((start + from) / block) % count;
      return { order, replicate, from, to: Math.min(from + size, length) };
    });
    walk(
      model,
      conditionalParts(model, design, start, length),
      groups,
      { start, size, parts },
      tallies,
    );
  }
  const growths = fastestGrowth(model, targets, seed);
  return tallies.map((tally, k): ShapleyEffects | Refusal => {
    const { target, added, start, raw } = tally;
    const refusal = refuseUnmeasurable(target.measure, raw);
    if (refusal) return refusal;
    return {
      kind: "effects",
      groups: effectsOf(groups, added),
      method: "permutations",
      evaluations: draws * (groups.length + 1),
      undefined: tally.undefined,
      ...(target.measure.kind === "at-or-below" ? {} : { tail: judgeTail(start, growths[k]) }),
    };
  });
}

function newTally(target: Target, draws: number, replicates: number, players: number): Tally {
  return {
    target,
    added: Array.from({ length: replicates }, () => new Float64Array(players)),
    start: new Float64Array(draws),
    raw: [new Float64Array(draws), new Float64Array(draws)],
    undefined: 0,
  };
}

/** Draws of a range that share an order of the groups. */
interface Part {
  readonly order: Uint32Array;
  readonly replicate: number;
  readonly from: number;
  readonly to: number;
}

/** Walks a range of draws from A to B, every part of it in its own order of the groups. */
function walk(
  model: UncertainModel,
  draw: ConditionalParts,
  groups: readonly Group[],
  range: { readonly start: number; readonly size: number; readonly parts: readonly Part[] },
  tallies: readonly Tally[],
): void {
  const { start, size, parts } = range;
  const frozen = parts.map(() => new Set(model.inputs.map(({ name }) => name)));
  const evaluate = (place: number): readonly Float64Array[] => {
    const outputs = model.evaluate(draw(frozen, size), parts.at(-1)!.to);
    return tallies.map((tally) => {
      const raw = outputs[tally.target.output]!;
      tally.undefined += countNotFinite(raw);
      if (place === 0) tally.raw[0].set(raw, start);
      if (place === groups.length) tally.raw[1].set(raw, start);
      return measured(tally.target.measure, raw).slice();
    });
  };
  const first = evaluate(0);
  for (const [t, tally] of tallies.entries()) tally.start.set(first[t]!, start);
  let before = first;
  for (let place = 0; place < groups.length; place++) {
    for (const [k, { order }] of parts.entries()) {
      for (const input of groups[order[place]!]!.inputs) frozen[k]!.delete(input);
    }
    const after = evaluate(place + 1);
    for (const [t, { added }] of tallies.entries()) {
      for (const { order, replicate, from, to } of parts) {
        const [start, last, next] = [first, before, after].map((columns) =>
          columns[t]!.subarray(from, to),
        );
        added[replicate]![order[place]!]! += credit(start!, last!, next!);
      }
    }
    before = after;
  }
}

/** By how much a step moves half the squared difference from where the walk began. */
function credit(first: Float64Array, before: Float64Array, after: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) {
    sum += (before[i]! - after[i]!) * (first[i]! - (before[i]! + after[i]!) / 2);
  }
  return sum;
}

/** What each group has added, as shares of all that was added. */
function effectsOf(
  groups: readonly Group[],
  added: readonly Float64Array[],
): ShapleyEffects["groups"] {
  const together = groups.map((_, k) => added.reduce((sum, part) => sum + part[k]!, 0));
  const total = together.reduce((sum, value) => sum + value, 0);
  return groups.map(({ name }, k) => ({
    name,
    effect: intervalOf(
      together[k]! / total,
      added.map((part) => part[k]! / part.reduce((sum, value) => sum + value, 0)),
    ),
  }));
}
