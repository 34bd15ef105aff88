import { type CompiledModel, compileModel } from "../engine/compile-model.js";
import type { Quantity } from "../models/quantity.js";
import { subjectOf } from "../report/figures/subject.js";
import { plainText } from "../report/phrase.js";
import { headline, rangeSentence } from "../report/sentences.js";
import { designOf } from "../sampling/design-of.js";
import { JOE_KUO_PACKED } from "../sampling/joe-kuo-data.js";
import { SOBOL_DIMENSIONS } from "../sampling/joe-kuo.js";
import { streamKey } from "../sampling/stream-key.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../summary/summary.js";
import { chooseInputs, type ChosenInputs } from "./choose-inputs.js";
import type { LiveRecord, Recorded } from "./live-record.js";
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
  const { name, title, units, correlations, run } = scenario;
  return {
    ...{ name, title, units, correlations, run, outputs },
    quantities: quantities.map(bare),
    ...{ factors: [], limits: [], stacks: [], prices: [], expect: [] },
    ...{ stress: [], given: [], decision: undefined },
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
 * What the page's own steps find here. Over all draws of a run whose columns are held it is what the
 * summary says; of a longer one they take the first, and of one that is tallied they are exact.
 */
function recordedOf(
  record: Omit<LiveRecord, "recorded">,
  model: CompiledModel,
  summary: Summary,
): Recorded {
  const draws = Math.min(summary.run.draws, CHECKED_DRAWS_MAX);
  return {
    ...finish(repeatRun(record, model, draws)),
    headline: plainText(headline(summary)),
    range: plainText(rangeSentence(summary)),
  };
}
