import { derived, uncertain } from "../define.js";
import { cacheHit, thinkingMultiple } from "../inference/workload.js";
import type { Model, Quantity } from "../quantity.js";
import { sources } from "../sources.js";
import { fleet } from "./fleet.js";
import { userBase } from "./user-base.js";

const users: readonly Quantity[] = [
  userBase,
  uncertain({
    name: "sessions_per_user",
    label: "Sessions of a user",
    unit: "request/user/day",
    family: "lognormal",
    of: { p5: 0.3, p95: 15 },
    meaning: "Mean sessions of one user in a day, each started by one request",
    source: `${sources.essay002}: the factor, no number; ${sources.essay004}: 50 for a developer`,
    grade: "C",
  }),
  uncertain({
    name: "input_per_call",
    label: "Input of a call",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 800, p95: 60_000 },
    meaning: "Mean input tokens of one call of the model",
    source: "OpenRouter: about 5,000 in general, 20,000 in coding",
    grade: "B",
  }),
  uncertain({
    name: "output_per_call",
    label: "Visible output of a call",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 150, p95: 3000 },
    meaning: "Mean visible output tokens of one call of the model",
    source: `${sources.essay004}: 5,000 in a coding session of many calls`,
    grade: "C",
  }),
  thinkingMultiple,
  uncertain({
    name: "fan_out",
    label: "Calls per session",
    unit: "1",
    family: "lognormal",
    of: { p5: 1, p95: 15 },
    meaning: "Calls of the model that one request of a user sets off",
    source: `${sources.essay002}: a dozen or more for agents`,
    grade: "C",
  }),
  cacheHit,
];

const tokens: readonly Quantity[] = [
  derived({
    name: "output_demand",
    label: "Output demanded",
    unit: "Gtoken/day",
    meaning: "Users, sessions, calls, tokens and thinking multiplied",
    source: sources.essay002,
    formula: "users * sessions_per_user * fan_out * output_per_call * thinking_multiple",
  }),
  derived({
    name: "input_demand",
    label: "Fresh input demanded",
    unit: "Gtoken/day",
    meaning: "Users, sessions, calls and tokens multiplied, less what the cache holds",
    source: sources.essay002,
    formula: "users * sessions_per_user * fan_out * input_per_call * (1 - cache_hit)",
  }),
];

/** From people to tokens to GPUs. */
export const demand: Model = {
  name: "demand",
  title: "How many GPUs a user base needs",
  meaning:
    "Users, sessions, calls, tokens, thinking and cache misses multiply into a demand; its peak over the rate " +
    "of a GPU, with headroom, is the fleet. Rates are taken as given; the model `throughput` works them out.",
  quantities: [...users, ...tokens, ...fleet],
  factors: [
    { name: "users", label: "Users", quantities: ["users"] },
    { name: "usage", label: "Sessions and calls", quantities: ["sessions_per_user", "fan_out"] },
    {
      name: "tokens",
      label: "Tokens of a call",
      quantities: ["input_per_call", "output_per_call", "cache_hit"],
    },
    { name: "thinking", label: "Thinking", quantities: ["thinking_multiple"] },
    { name: "peak", label: "Peak and headroom", quantities: ["mean_over_peak", "headroom"] },
    {
      name: "rates",
      label: "Rates of a GPU",
      quantities: ["throughput_per_gpu", "prefill_per_gpu"],
    },
  ],
  correlations: [
    {
      between: ["throughput_per_gpu", "prefill_per_gpu"],
      rank: 0.5,
      source: "Judgement: the same serving team",
    },
    {
      between: ["input_per_call", "cache_hit"],
      rank: 0.4,
      source: "Judgement: agents send long prompts with long common beginnings",
    },
  ],
  outputs: ["fleet_gpus", "output_demand", "input_demand", "fleet_cost"],
};
