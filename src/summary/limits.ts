import { compileModel, type CompiledModel } from "../engine/compile-model.js";
import type { Limit } from "../models/quantity.js";
import { createDesign } from "../sampling/create-design.js";
import { evaluateChunk } from "../simulation/evaluate-chunk.js";
import { sortColumn, percentile } from "../statistics/percentile.js";
import type { FinishedRun } from "./finished-run.js";

/** Enough to see a limit broken in one future of a thousand. */
const DRAWS_MAX = 4096;
/** A batch made exactly as large as a limit allows stays within rounding of it. */
const ROUNDING = 1e-9;

/**
 * What the scenario claims beyond what the physics allows, one sentence for each limit of its model
 * that the outputs rest on, over the first draws of the run.
 */
export function brokenLimits({ scenario, model, samplers, plan }: FinishedRun): readonly string[] {
  const reached = new Set(model.quantities.map(({ name }) => name));
  const limits = scenario.limits.filter(({ of }) => reached.has(of));
  if (limits.length === 0) return [];
  const outputs = limits.flatMap(({ value, most }) => [value, most]);
  const probed = compileModel({ ...scenario, outputs }, samplers);
  const length = Math.min(DRAWS_MAX, plan.run.draws);
  const columns = limits.flatMap(() => [new Float64Array(length), new Float64Array(length)]);
  evaluateChunk(probed, createDesign(plan.run), { start: 0, length }, columns, 0);
  return limits.flatMap((limit, k) =>
    sentence(limit, probed, columns[2 * k]!, columns[2 * k + 1]!),
  );
}

function sentence(
  { value, most, breach }: Limit,
  { quantities }: CompiledModel,
  values: Float64Array,
  ceilings: Float64Array,
): readonly string[] {
  const beyond = values.map((x, i) => x / ceilings[i]!).filter((ratio) => ratio > 1 + ROUNDING);
  if (beyond.length === 0) return [];
  const label = (name: string): string =>
    quantities.find((quantity) => quantity.name === name)!.label;
  const often = beyond.length === values.length ? "every future" : shareOfFutures(beyond, values);
  const times = percentile(sortColumn({ values: beyond }), 0.5).value.toPrecision(3);
  return [
    `In ${often} ${breach}: ${label(value)} is ${Number(times)} times ${label(most)}, in the median of those.`,
  ];
}

function shareOfFutures(beyond: Float64Array, values: Float64Array): string {
  const share = (100 * beyond.length) / values.length;
  return share < 0.1 ? "fewer than 0.1% of futures" : `${Number(share.toPrecision(2))}% of futures`;
}
