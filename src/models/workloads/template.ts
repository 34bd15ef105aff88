import { uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import type { Workload } from "./workload.js";

type Range = readonly [p5: number, p95: number];

/** A kind of use as ranges: 90% intervals of lognormals. */
export interface Template {
  readonly name: string;
  readonly title: string;
  /** Tokens of one request, and the visible ones of its answer: requests differ. */
  readonly prompt: Range;
  readonly answer: Range;
  /** Means over all requests, which nobody knows exactly. */
  readonly thinking: Range;
  readonly inputPerOutput: Range;
  readonly context: Range;
  readonly cacheHit: { readonly mean: number; readonly sd: number };
  /** Tokens a second promised to a user. */
  readonly speed: Range;
  readonly calls: Range;
  readonly source: string;
}

interface Slot {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  readonly range: Exclude<keyof Template, "name" | "title" | "cacheHit" | "source">;
  readonly nature?: "variability";
}

/** What a kind of use says, under the names that the models `inference` and `demand` give it. */
const SLOTS: readonly Slot[] = [
  {
    name: "prompt_tokens",
    label: "Input of a request",
    unit: "token/request",
    meaning: "Input tokens of one request; requests differ",
    range: "prompt",
    nature: "variability",
  },
  {
    name: "answer_tokens",
    label: "Visible output of a request",
    unit: "token/request",
    meaning: "Output tokens of one request that its user sees; requests differ",
    range: "answer",
    nature: "variability",
  },
  {
    name: "thinking_multiple",
    label: "Output with thinking",
    unit: "1",
    meaning: "All output tokens over the visible ones",
    range: "thinking",
  },
  {
    name: "input_per_output",
    label: "Input tokens per output token",
    unit: "1",
    meaning: "Mean over the workload",
    range: "inputPerOutput",
  },
  {
    name: "context",
    label: "Context",
    unit: "token/request",
    meaning: "Mean tokens in the key-value cache of a running request",
    range: "context",
  },
  {
    name: "speed_per_user",
    label: "Speed promised to a user",
    unit: "token/s/request",
    meaning: "Tokens a second that one request must get",
    range: "speed",
  },
  {
    name: "input_per_call",
    label: "Input of a call",
    unit: "token/request",
    meaning: "Mean input tokens of one call of the model",
    range: "prompt",
  },
  {
    name: "output_per_call",
    label: "Visible output of a call",
    unit: "token/request",
    meaning: "Mean visible output tokens of one call of the model",
    range: "answer",
  },
  {
    name: "fan_out",
    label: "Calls per session",
    unit: "1",
    meaning: "Calls of the model that one request of a user sets off",
    range: "calls",
  },
];

/** The quantities of a kind of use. */
export function workloadOf(template: Template): Workload {
  const { name, title } = template;
  const common = { source: `${title}: ${template.source}`, grade: "C" } as const;
  const ranged = SLOTS.map(({ range, ...about }): Quantity => {
    const [p5, p95] = template[range];
    return uncertain({ ...about, ...common, family: "lognormal", of: { p5, p95 } });
  });
  const cacheHit = uncertain({
    ...common,
    name: "cache_hit",
    label: "Input found in the cache",
    unit: "1",
    meaning: "Share of the input tokens that a prefix cache holds",
    family: "beta",
    of: template.cacheHit,
  });
  return { name, title, quantities: [...ranged, cacheHit] };
}
