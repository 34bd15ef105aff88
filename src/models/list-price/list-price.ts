import { derived, fixed, uncertain } from "../define.js";
import { listInputPrice } from "../inference/list-price.js";
import type { Model, Quantity, Term } from "../quantity.js";
import { sources } from "../sources.js";
import { caching } from "./caching.js";

const prices: readonly Quantity[] = [
  fixed({
    name: "list_output_price",
    label: "List price of output",
    unit: "USD/Mtoken",
    value: 25,
    meaning: "What a buyer pays for a million output tokens, thinking included",
    source: `${sources.essay004}: Claude Opus 4.6, February 2026`,
    grade: "A",
  }),
  listInputPrice,
  uncertain({
    name: "output_cost",
    label: "Cost of output",
    unit: "USD/Mtoken",
    family: "lognormal",
    of: { p5: 0.3, p95: 8 },
    meaning: "What a million output tokens cost to serve",
    source: `${sources.deepSeekDay}: 0.30; ${sources.essay004}: 2 to 5, and 3 to 8 for Opus 4.1`,
    grade: "B",
  }),
  uncertain({
    name: "input_cost",
    label: "Cost of input",
    unit: "USD/Mtoken",
    family: "lognormal",
    of: { p5: 0.01, p95: 0.2 },
    meaning: "What a million input tokens cost to serve",
    source: `${sources.deepSeekDay}: 0.060 with cache hits; ${sources.essay004}: 0.003, which no GPU can do, and 0.01`,
    grade: "B",
  }),
];

const session: readonly Quantity[] = [
  uncertain({
    name: "input_tokens",
    label: "Input of a session",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 20_000, p95: 1_000_000 },
    nature: "variability",
    meaning: "Input tokens of one session, counted once as one request; sessions differ",
    source: `${sources.essay004}: 100,000 to 1,000,000 in coding`,
    grade: "B",
  }),
  uncertain({
    name: "output_tokens",
    label: "Visible output of a session",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 1000, p95: 50_000 },
    nature: "variability",
    meaning: "Output tokens of one session that its user sees; sessions differ",
    source: `${sources.essay004}: 1,000 to 10,000 in coding, 50,000 in its example of thinking`,
    grade: "B",
  }),
  uncertain({
    name: "thinking_tokens",
    label: "Thinking of a session",
    unit: "token/request",
    family: "lognormal",
    of: { p5: 2000, p95: 100_000 },
    nature: "variability",
    meaning: "Output tokens of one session spent on thinking, billed as output",
    source: `${sources.essay004}: 2,000 to 50,000 typical, 100,000 hard, 1,024 the least`,
    grade: "B",
  }),
  uncertain({
    name: "sessions_per_day",
    label: "Sessions of a day",
    unit: "request/day",
    family: "lognormal",
    of: { p5: 5, p95: 100 },
    nature: "variability",
    meaning: "Sessions of one user in a day; users differ",
    source: `${sources.essay004}: 50 for a developer`,
    grade: "C",
  }),
  fixed({
    name: "days_billed",
    label: "Days in a bill",
    unit: "day/month",
    value: 30,
    meaning: "Days of use that a month's bill holds",
    source: `${sources.essay004}: 30`,
    grade: "A",
  }),
];

const bill: readonly Quantity[] = [
  derived({
    name: "output_markup",
    label: "Markup on output",
    unit: "1",
    meaning: "List price of output over its cost",
    source: `${sources.essay001}: 1.3 to 22.6`,
    formula: "list_output_price / output_cost",
  }),
  derived({
    name: "input_markup",
    label: "Markup on input",
    unit: "1",
    meaning: "List price of input over its cost",
    source: `${sources.essay004}: 100 to 1,000 in the text, 27 to 1,500 in its table`,
    formula: "list_input_price / input_cost",
  }),
  derived({
    name: "output_margin",
    label: "Margin on output",
    unit: "1",
    meaning: "Share of the price of output that its cost leaves",
    source: `${sources.essay004}: 0.09 to 0.96 by model`,
    formula: "1 - output_cost / list_output_price",
  }),
  derived({
    name: "session_price",
    label: "Price of a session",
    unit: "USD/request",
    meaning: "Input and output, thinking included, at list price without caching",
    source: `${sources.essay004}: 0.87 with 8,000 tokens of thinking`,
    formula:
      "input_tokens * list_input_price + (output_tokens + thinking_tokens) * list_output_price",
  }),
  derived({
    name: "session_cost",
    label: "Cost of a session",
    unit: "USD/request",
    meaning: "Input and output, thinking included, at what they cost to serve",
    source: `${sources.essay004}: 0.0015 + 0.015 = 0.017`,
    formula: "input_tokens * input_cost + (output_tokens + thinking_tokens) * output_cost",
  }),
  derived({
    name: "session_margin",
    label: "Margin on a session",
    unit: "1",
    meaning: "Share of the price of a session that its cost leaves",
    source: "Price less cost, over price",
    formula: "1 - session_cost / session_price",
  }),
  derived({
    name: "monthly_cost",
    label: "Cost of a user's month",
    unit: "USD/month",
    meaning: "All sessions of one user in a month",
    source: `${sources.essay004}: about 25 for 50 sessions a day`,
    formula: "session_cost * sessions_per_day * days_billed",
  }),
  derived({
    name: "thinking_premium",
    label: "Premium for thinking",
    unit: "1",
    meaning: "Thinking over visible output",
    source: `${sources.essay004}: 0.16`,
    formula: "thinking_tokens / output_tokens",
  }),
];

const sessionCost: readonly Term[] = [
  { label: "Input", formula: "input_tokens * input_cost" },
  { label: "Output", formula: "output_tokens * output_cost" },
  { label: "Thinking", formula: "thinking_tokens * output_cost" },
];

/** A price list held against unit costs: markups, margins, sessions, caches. */
export const listPriceModel: Model = {
  name: "list-price",
  title: "What a price list leaves over unit costs",
  meaning:
    "List prices of input and output against what a million tokens cost to serve: by token, by session, by " +
    "a user's month, and the reads after which a cache pays. Unit costs are taken as given; the model " +
    "`inference` works them out.",
  quantities: [...prices, ...session, ...bill, ...caching],
  factors: [
    {
      name: "price_list",
      label: "Price list",
      quantities: ["list_output_price", "list_input_price"],
    },
    { name: "unit_cost", label: "Unit costs", quantities: ["output_cost", "input_cost"] },
    {
      name: "session",
      label: "Size of a session",
      quantities: ["input_tokens", "output_tokens", "thinking_tokens"],
    },
  ],
  stacks: [{ of: "session_cost", terms: sessionCost }],
  correlations: [
    { between: ["output_cost", "input_cost"], rank: 0.6, source: "Judgement: the same GPUs" },
  ],
  outputs: ["session_cost", "session_price", "session_margin", "output_margin", "input_markup"],
};
