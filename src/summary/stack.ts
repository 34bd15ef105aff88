import type { Stack } from "../models/quantity.js";
import type { Estimate } from "../statistics/estimate.js";
import { jackknife } from "../statistics/jackknife.js";
import { drawsBetween } from "../statistics/draws-between.js";
import { partsOf } from "../statistics/parts.js";
import { evaluateTerms, type EvaluatedTerm } from "./evaluate-terms.js";
import type { FinishedRun } from "./finished-run.js";
import { inputsAt } from "./inputs-at.js";
import type { DrawnOutput } from "./drawn-output.js";

/** What the median of an output is made of, in the output's unit. */
export interface CostStack {
  readonly output: string;
  /** The median; the terms add up to it. */
  readonly total: number;
  /** In the order of the model, those that are 0 left out; what takes away is below 0. */
  readonly terms: readonly StackTerm[];
  /** Futures near the median over which terms are averaged; 1 where nothing is uncertain. */
  readonly futures: number;
  /** What the means were multiplied by to add up to the median. */
  readonly factor: number;
}

/** A term with the standard error of its part in the median. */
export interface StackTerm extends Estimate {
  readonly label: string;
}

/** Probability to either side of the median. */
const REACH = 0.025;
/** Means that have to be stretched further than this do not stand for the median. */
const FACTOR_OFF = 0.1;

/**
 * The first output that the model breaks up and the scenario leaves as the model has it. Undefined
 * where there is none, and where some of its draws have no finite value.
 */
export function stackOf(run: FinishedRun): CostStack | undefined {
  for (const output of run.outputs) {
    const stack = run.scenario.stacks.find(({ of }) => of === output.name);
    const found = stack && output.undefinedDraws === 0 && breakUp(run, output, stack);
    if (found) return found;
  }
  return undefined;
}

function breakUp(run: FinishedRun, output: DrawnOutput, { terms }: Stack): CostStack | undefined {
  const { model, sample, replication } = run;
  const values = sample.output(output.name);
  const near = output.fixed ? Uint32Array.of(0) : drawsBetween(values, ...middleOf(output));
  const whole = new Float64Array(near.length);
  for (let k = 0; k < near.length; k++) whole[k] = values[near[k]!]! * output.scale;
  const columns = model.evaluateAll(inputsAt(run, near).columns, near.length);
  const evaluated = evaluateTerms(terms, columns, whole, model.units);
  if (!evaluated) return undefined;
  const { of, count } = partsOf(replication, values.length);
  const sums = evaluated
    .map(({ label, values: term }) => ({ label, sums: sumsByPart(term, near, of, count) }))
    .filter(({ sums: own }) => own.some((sum) => sum !== 0));
  return scaled(output, near.length, sums);
}

interface Summed {
  readonly label: EvaluatedTerm["label"];
  /** By part of the run, base units. */
  readonly sums: Float64Array;
}

function sumsByPart(
  values: Float64Array,
  draws: Uint32Array,
  parts: Uint16Array,
  count: number,
): Float64Array {
  const sums = new Float64Array(count);
  for (let k = 0; k < draws.length; k++) sums[parts[draws[k]!]!]! += values[k]!;
  return sums;
}

/** Means over the futures, rescaled by one factor to add up to the median. */
function scaled(
  { name, percentile, fixed, scale }: DrawnOutput,
  futures: number,
  terms: readonly Summed[],
): CostStack | undefined {
  const total = percentile(50).value;
  const add = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);
  const mean = add(terms.map(({ sums }) => add([...sums]))) / futures / scale;
  const factor = total / mean;
  if (terms.length < 2 || !(Math.abs(factor - 1) <= FACTOR_OFF)) return undefined;
  const all = terms.map(({ sums }) => sums);
  return {
    output: name,
    total,
    terms: terms.map(({ label }, k) => {
      const { value, error } = jackknife(all, (sums) => (sums[k]! / add(sums)) * total);
      return { label, value, error: fixed ? 0 : error };
    }),
    futures,
    factor,
  };
}

function middleOf({ quantiles }: DrawnOutput): [number, number] {
  const [low, high] = quantiles([0.5 - REACH, 0.5 + REACH]);
  return [low!, high!];
}
