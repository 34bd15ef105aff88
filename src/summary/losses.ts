import { type Condition, conditionOn, meets } from "../sensitivity/condition.js";
import type { Feature } from "../sensitivity/peel.js";
import { type RankShift, rankShift } from "../sensitivity/rank-shift.js";
import { simplestBox } from "../sensitivity/simplest-box.js";
import type { Interval } from "../statistics/estimate.js";
import { type Parts, partsOf } from "../statistics/parts.js";
import { shareAmong } from "../statistics/share.js";
import type { FinishedRun } from "./finished-run.js";
import { inputsAt } from "./inputs-at.js";
import { mainBet } from "./main-price.js";
import { type RankedInput, rankedInputs } from "./ranked-inputs.js";

/** How the futures in which the leading output exceeds its main price differ from the others. */
export interface Losses {
  readonly output: string;
  readonly against: string;
  /** In the output's unit. */
  readonly price: number;
  /** Futures looked at, and how many of them lose: the first 32,768 of the run at most. */
  readonly draws: number;
  readonly losing: number;
  /** Futures of either kind that are needed to tell them apart; only where there are fewer. */
  readonly needed?: number;
  /** Inputs of the output, those that differ most first; empty where there are too few futures. */
  readonly inputs: readonly LossInput[];
  /** Absent where there are too few futures, or where no box tells them apart. */
  readonly box?: LossBox;
}

/** One input in losing futures (`group`) and in the others; percentile ranks in [0, 1]. */
export interface LossInput extends RankShift {
  readonly input: string;
  /** Of a switch: how often each case loses. */
  readonly cases?: readonly { readonly case: string; readonly losing: Interval }[];
}

/**
 * A few conditions on inputs that hold most futures of the rarer kind and few of the other. Chosen on
 * one half of the run, measured on the other half.
 */
export interface LossBox {
  /** What it holds: losses, or gains where more futures lose than do not. */
  readonly of: "losses" | "gains";
  readonly conditions: readonly Condition[];
  /** Share of the futures of this kind that it holds. */
  readonly coverage: Interval;
  /** Share of all futures that it holds. */
  readonly support: Interval;
  /** Share of the futures it holds that are of this kind, and of those outside. */
  readonly density: Interval;
  readonly outside: Interval;
}

/** Futures of either kind below which nothing is said of them. */
const NEEDED = 200;
/** Draws looked at. */
const DRAWS_MAX = 32_768;
/** Draws on which a box is chosen at least, and futures of the rarer kind that there should be. */
const FIT = { draws: 8192, wanted: 500 } as const;
const LEVELS = 100;
/** A box whose density is not this many times that of the futures outside it tells nothing. */
const TELLING = 2;

/** Undefined without a price, and where every future loses or none does. */
export function lossesOf(run: FinishedRun): Losses | undefined {
  const bet = mainBet(run);
  if (!bet) return undefined;
  const { output, against, price } = bet.price;
  // Eight replicates at least, or their halves have no errors.
  const most = Math.max(DRAWS_MAX, 8 * (run.replication?.block ?? 0));
  const values = run.sample.output(output).subarray(0, most);
  const draws = values.length;
  const loses = new Uint8Array(draws);
  let losing = 0;
  for (let draw = 0; draw < draws; draw++) {
    loses[draw] = values[draw]! <= price ? 0 : 1;
    losing += loses[draw]!;
  }
  if (losing === 0 || losing === draws) return undefined;
  const found = { output, against, price, draws, losing };
  if (Math.min(losing, draws - losing) < NEEDED) return { ...found, needed: NEEDED, inputs: [] };
  const parts = partsOf(run.replication, draws);
  const inputs = rankedInputs(run, output, draws);
  const box = boxOf(run, inputs, loses, parts);
  return {
    ...found,
    inputs: inputs
      .map((input) => lossInput(input, loses, parts))
      .sort((a, b) => Math.abs(b.separation.value) - Math.abs(a.separation.value)),
    ...(box ? { box } : {}),
  };
}

function lossInput(
  { name, ranks, switched }: RankedInput,
  loses: Uint8Array,
  parts: Parts,
): LossInput {
  const shift = rankShift(ranks, loses, parts);
  if (!switched) return { input: name, ...shift };
  return {
    input: name,
    ...shift,
    cases: switched.names.map((label, k) => {
      const [chosen, lost] = [new Float64Array(parts.count), new Float64Array(parts.count)];
      for (let draw = 0; draw < loses.length; draw++) {
        if (switched.values[draw] !== k) continue;
        chosen[parts.of[draw]!]!++;
        lost[parts.of[draw]!]! += loses[draw]!;
      }
      return { case: label, losing: shareAmong(lost, chosen) };
    }),
  };
}

/** Chosen on the even parts of the run, measured on the odd ones. */
function boxOf(
  run: FinishedRun,
  inputs: readonly RankedInput[],
  loses: Uint8Array,
  parts: Parts,
): LossBox | undefined {
  const losing = loses.reduce((sum, one) => sum + one, 0);
  const of = 2 * losing > loses.length ? "gains" : "losses";
  const wanted = of === "losses" ? loses : loses.map((one) => 1 - one);
  const share = Math.min(losing, loses.length - losing) / loses.length;
  const fit = drawsOf(parts, 0, Math.max(FIT.draws, FIT.wanted / share));
  const conditions = chooseBox(run, inputs, wanted, fit);
  if (conditions.length === 0) return undefined;
  const test = drawsOf(parts, 1, loses.length);
  const values = inputsAt(
    run,
    test,
    conditions.map(({ input }) => input),
  );
  const columns = conditions.map(({ input }) => values.own(input));
  const holds = (k: number): boolean =>
    columns.every((column, c) => meets(conditions[c]!, column[k]!));
  const box: LossBox = { of, conditions, ...measure(test, holds, wanted, parts) };
  return box.density.low > TELLING * box.outside.high ? box : undefined;
}

/** The first draws of every other part of a run. */
function drawsOf(parts: Parts, odd: 0 | 1, most: number): Uint32Array {
  const draws = new Uint32Array(parts.of.length);
  let count = 0;
  for (let draw = 0; draw < parts.of.length && count < most; draw++) {
    if (parts.of[draw]! % 2 === odd) draws[count++] = draw;
  }
  return draws.subarray(0, count);
}

/** The conditions of the box chosen on some draws; none where no cut tells anything. */
function chooseBox(
  run: FinishedRun,
  inputs: readonly RankedInput[],
  wanted: Uint8Array,
  fit: Uint32Array,
): readonly Condition[] {
  const features = inputs.map(({ ranks, switched }): Feature => {
    const levels = new Uint8Array(fit.length);
    for (let k = 0; k < fit.length; k++) {
      levels[k] = switched ? switched.values[fit[k]!]! : Math.floor(ranks[fit[k]!]! * LEVELS);
    }
    return { levels, count: switched?.names.length ?? LEVELS, nominal: switched !== undefined };
  });
  const chosen = new Uint8Array(fit.length);
  for (let k = 0; k < fit.length; k++) chosen[k] = wanted[fit[k]!]!;
  const box = simplestBox(features, chosen);
  if (!box) return [];
  const names = box.restricted.map((place) => inputs[place]!.name);
  const values = inputsAt(run, fit, names);
  return box.restricted.map((place, k) => {
    const { name, switched } = inputs[place]!;
    const allowed = box.allowed[k]!;
    return switched
      ? { input: name, cases: [...allowed.keys()].filter((level) => allowed[level] === 1) }
      : conditionOn(name, values.own(name), features[place]!.levels, allowed);
  });
}

function measure(
  draws: Uint32Array,
  holds: (k: number) => boolean,
  wanted: Uint8Array,
  parts: Parts,
): Pick<LossBox, "coverage" | "support" | "density" | "outside"> {
  const [all, inside, kind, hits] = Array.from(
    { length: 4 },
    () => new Float64Array(Math.floor(parts.count / 2)),
  );
  for (let k = 0; k < draws.length; k++) {
    const draw = draws[k]!;
    const at = (parts.of[draw]! - 1) / 2;
    all![at]!++;
    kind![at]! += wanted[draw]!;
    if (!holds(k)) continue;
    inside![at]!++;
    hits![at]! += wanted[draw]!;
  }
  return {
    coverage: shareAmong(hits!, kind!),
    support: shareAmong(inside!, all!),
    density: shareAmong(hits!, inside!),
    outside: shareAmong(
      kind!.map((count, at) => count - hits![at]!),
      all!.map((count, at) => count - inside![at]!),
    ),
  };
}
