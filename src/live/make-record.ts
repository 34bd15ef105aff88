import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import type { Quantity } from "../models/quantity.js";
import { subjectOf } from "../report/figures/subject.js";
import { plainText } from "../report/phrase.js";
import { headline, rangeSentence } from "../report/sentences.js";
import { HELD_VALUES_MAX } from "../run-draws.js";
import { designOf } from "../sampling/design-of.js";
import { JOE_KUO_PACKED } from "../sampling/joe-kuo-data.js";
import { SOBOL_DIMENSIONS } from "../sampling/joe-kuo.js";
import { streamKey } from "../sampling/stream-key.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../summary/summary.js";
import { chooseInputs, type ChosenInputs } from "./choose-inputs.js";
import type { Found, LiveRecord, Recorded } from "./live-record.js";
import { finish, repeatRun } from "./repeat-run.js";

/** Draws that a move evaluates at most, and that a page repeats at most to check the report. */
const LIVE_DRAWS_MAX = 32_768;
const CHECKED_DRAWS_MAX = 262_144;
/** Uniforms that a page keeps at most: 64 MB. */
const UNIFORMS_MAX = 8_388_608;
/** Characters of scenario that a page carries at most, measured data included. */
const SCENARIO_MAX = 100_000;
/** Characters of packed direction numbers that a dimension takes at most. */
const DIRECTION_CHARACTERS = 16;

/** What a page needs for its live panel, or why it has none. */
export type LiveRecordOrReason =
  | { readonly record: LiveRecord; readonly left: ChosenInputs["left"] }
  | { readonly reason: string };

/** Undefined where the leading output does not vary, so that there is nothing to move. */
export function makeRecord(scenario: Scenario, summary: Summary): LiveRecordOrReason | undefined {
  const { main, drivers, uncertain, name } = subjectOf(summary);
  if (!uncertain) return undefined;
  const carried = reachedBy(scenario, name);
  const model = compileModel(carried);
  const size = JSON.stringify(carried).length;
  if (size > SCENARIO_MAX) return { reason: "the scenario's data would make the page too large" };
  const { draws } = summary.run;
  const liveDraws = Math.min(draws, LIVE_DRAWS_MAX);
  if (model.inputs.length * liveDraws > UNIFORMS_MAX) {
    return { reason: `${model.inputs.length} uncertain inputs are too many for a page` };
  }
  const ranked = drivers.map(({ input }) => input);
  const { moved, left } = chooseInputs(ranked, model.quantities);
  if (moved.length === 0 && !main) return { reason: "no input has a median that could be moved" };
  const design = designOf(scenario, draws);
  const names = model.inputs.map((input) => input.name);
  const record = {
    ...{ scenario: carried, design, liveDraws, inputs: moved },
    keys: Object.fromEntries(names.map((input) => [input, [...streamKey(design.seed, input)]])),
    directions: design.method === "sobol" ? directionsFor(names, design.dimensions) : "",
    ...(main ? { price: { name: main.against, price: main.price } } : {}),
  };
  return { record: { ...record, recorded: recordedOf(record, model, summary) }, left };
}

/** The scenario with only what a run of it needs, its leading output first. */
function reachedBy(scenario: Scenario, lead: string): Scenario {
  const outputs = [lead, ...scenario.outputs.filter((name) => name !== lead)];
  const { quantities } = compileModel(scenario);
  const { name, title, units, run } = scenario;
  const correlations = scenario.correlations.map(({ between, rank }) => ({ between, rank }));
  return {
    ...{ name, title, units, correlations, run, outputs },
    quantities: quantities.map(bare),
    ...{ factors: [], limits: [], stacks: [], prices: [], expect: [] },
    ...{ stress: [], given: [], decision: undefined, horizon: undefined },
  };
}

function bare({ name, label, unit, nature, definition }: Quantity): Quantity {
  return { name, label, unit, definition, ...(nature ? { nature } : {}) };
}

function directionsFor(inputs: readonly string[], dimensions: readonly string[]): string {
  const places = inputs.map((name) => dimensions.indexOf(name));
  const last = Math.max(...places.filter((place) => place < SOBOL_DIMENSIONS), 0);
  return JOE_KUO_PACKED.slice(0, DIRECTION_CHARACTERS * (last + 1));
}

/**
 * What a page's repetition has to find. A run whose columns were held and that a page repeats whole says
 * so itself; of a longer one the first draws are made again here, and of one that was tallied all.
 */
function recordedOf(
  record: Omit<LiveRecord, "recorded">,
  model: CompiledModel,
  summary: Summary,
): Recorded {
  const { draws } = summary.run;
  const whole =
    draws <= CHECKED_DRAWS_MAX && draws * record.scenario.outputs.length <= HELD_VALUES_MAX;
  return {
    ...(whole
      ? foundBy(summary)
      : finish(repeatRun(record, model, Math.min(draws, CHECKED_DRAWS_MAX)))),
    headline: plainText(headline(summary)),
    range: plainText(rangeSentence(summary)),
  };
}

function foundBy(summary: Summary): Found {
  const { main, output } = subjectOf(summary);
  const median = output.percentiles["p50"]!.value;
  return {
    draws: summary.run.draws,
    ...(main ? { atOrBelow: main.probability.value } : {}),
    median: Number.isFinite(median) ? median : null,
  };
}
