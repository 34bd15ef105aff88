import { derived, uncertain } from "../define.js";
import type { Link, Quantity, Stack } from "../quantity.js";
import { sources } from "../sources.js";

/** What a prefix cache spares. */
export const cacheHit: Quantity = uncertain({
  name: "cache_hit",
  label: "Input found in the cache",
  unit: "1",
  family: "beta",
  of: { mean: 0.6, sd: 0.2 },
  meaning: "Share of the input tokens that a prefix cache holds",
  source: `${sources.deepSeekDay}: 0.563; agents about 0.95`,
  grade: "B",
});

/** What thinking adds to the visible output. */
export const thinkingMultiple: Quantity = uncertain({
  name: "thinking_multiple",
  label: "Output with thinking",
  unit: "1",
  family: "lognormal",
  of: { p5: 1, p95: 7 },
  meaning: "All output tokens over the visible ones",
  source: `${sources.essay004}: 1.16 in its example, 3 on hard problems, 5 to 10 claimed of subscribers`,
  grade: "B",
});

/**
 * What is asked of the model: means that the fleet sees, which nobody knows exactly, and requests,
 * which differ. A scenario's `workload:` replaces these by one of the templates.
 */
export const workload: readonly Quantity[] = [
  uncertain({
    name: "input_per_output",
    label: "Input tokens per output token",
    unit: "1",
    family: "lognormal",
    of: { p5: 1.5, p95: 60 },
    meaning: "Mean over the workload",
    source: `${sources.deepSeekDay}: 3.6; ${sources.essay003}: 16; ${sources.essay004}: chat 2.3, coding 10 to 1,000`,
    grade: "B",
  }),
  cacheHit,
  uncertain({
    name: "prompt_tokens",
    label: "Input of a request",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 300, p95: 40_000 },
    nature: "variability",
    meaning: "Input tokens of one request; requests differ",
    source: "OpenRouter: about 5,000 in general, 20,000 in coding",
    grade: "B",
  }),
  uncertain({
    name: "answer_tokens",
    label: "Visible output of a request",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 50, p95: 3000 },
    nature: "variability",
    meaning: "Output tokens of one request that its user sees; requests differ",
    source: `${sources.essay004}: 5,000 in a coding session; OpenRouter: about 400 in general`,
    grade: "C",
  }),
  thinkingMultiple,
  derived({
    name: "request_output",
    label: "Output of a request",
    unit: "token/request",
    meaning: "Visible tokens and those of thinking",
    source: `${sources.essay004}: 50,000 and 8,000 of thinking`,
    formula: "answer_tokens * thinking_multiple",
  }),
];

/** What one request costs to serve, beside what its workload costs on average. */
export const requestCost: readonly Quantity[] = [
  derived({
    name: "request_hardware_cost",
    label: "Hardware cost of a request",
    unit: "USD/request",
    meaning: "Input and output of one request at their hardware costs",
    source: `${sources.essay004}: 0.017 for a coding session`,
    formula: "prompt_tokens * input_cost + request_output * output_cost",
  }),
  derived({
    name: "cost_per_request",
    label: "Cost per request",
    unit: "USD/request",
    meaning: "Everything: hardware, idle time, training and overhead",
    source: "Loaded as the cost of a token is",
    formula: "request_hardware_cost * (1 + training_ratio) * (1 + overhead)",
  }),
];

/** Long prompts repeat themselves, fill the cache, and are cheaper to keep. */
export const workloadLinks: readonly Link[] = [
  {
    between: ["cache_hit", "input_per_output"],
    rank: 0.6,
    source: "Judgement: agents send long prompts with long common beginnings",
  },
  {
    between: ["context", "input_per_output"],
    rank: 0.6,
    source: "Judgement: long prompts make long contexts",
  },
  {
    between: ["cached_cost_share", "input_per_output"],
    rank: -0.2,
    source: "Judgement: long prefixes are worth keeping close",
  },
  {
    between: ["speed_per_user", "gross_margin"],
    rank: 0.2,
    source: "Judgement: fast tiers are priced higher",
  },
];

/** A request by its prompt and its answer, then as a token is loaded. */
export const requestStack: Stack = {
  of: "cost_per_request",
  terms: [
    { label: "Reading the prompt", formula: "prompt_tokens * input_cost" },
    { label: "Writing the answer", formula: "request_output * output_cost" },
    { label: "Training", formula: "request_hardware_cost * training_ratio" },
    { label: "Overhead", formula: "request_hardware_cost * (1 + training_ratio) * overhead" },
  ],
};
