import { derived, fixed, uncertain } from "../define.js";
import type { Model, Quantity, Term } from "../quantity.js";
import { sources } from "../sources.js";
import { meanOverTypes, userTypes } from "./user-types.js";

const usage: readonly Quantity[] = [
  uncertain({
    name: "usage_spread",
    label: "Spread of use within a type",
    unit: "1",
    family: "pert",
    of: { min: 0.5, mode: 1, max: 1.8 },
    meaning: "Standard deviation of the logarithm of use among users of one type",
    source: "Judgement: use of online services is heavy-tailed",
    grade: "C",
  }),
  uncertain({
    name: "usage_luck",
    label: "Place within the type",
    unit: "1",
    family: "normal",
    of: { mean: 0, sd: 1 },
    nature: "variability",
    meaning: "How far this user's use lies from the middle of the type, in standard deviations",
    source: "Lognormal use within a type",
    grade: "C",
  }),
  derived({
    name: "usage_factor",
    label: "Use over that of the type",
    unit: "1",
    meaning: "This user's use over the mean of the type; 1 in the mean",
    source: "Lognormal of mean 1",
    formula: "exp(usage_spread * usage_luck - usage_spread ^ 2 / 2)",
  }),
  fixed({
    name: "output_cap",
    label: "Cap on output",
    unit: "Mtoken/user/day",
    value: 25 / 7,
    meaning: "Output tokens a day that the plan's limits allow in the mean",
    source: `${sources.essay004}: 625 USD a week at 25 USD/Mtoken, 25 million a week`,
    grade: "B",
  }),
  fixed({
    name: "days_used",
    label: "Days of use",
    unit: "day/month",
    value: 30,
    meaning: "Days of a month on which the plan is used",
    source: `${sources.essay004}: 30 for chat; its coding rows need 50`,
    grade: "C",
  }),
  derived({
    name: "user_input",
    label: "Input of the user",
    unit: "Mtoken/user/day",
    meaning: "Input tokens of this user's day",
    source: "Mean of the type times this user's use",
    formula: "mean_input * usage_factor",
  }),
  derived({
    name: "user_output",
    label: "Output of the user",
    unit: "Mtoken/user/day",
    meaning: "Output tokens of this user's day, up to the cap",
    source: "Mean of the type times this user's use",
    formula: "min(mean_output * usage_factor, output_cap)",
  }),
];

const money: readonly Quantity[] = [
  uncertain({
    name: "output_cost",
    label: "Cost of output",
    unit: "USD/Mtoken",
    family: "lognormal",
    of: { p5: 0.3, p95: 8 },
    meaning: "What a million output tokens cost to serve",
    source: `${sources.deepSeekDay}: 0.30; ${sources.essay004}: 3.08 derived, 2 to 5 used`,
    grade: "B",
  }),
  uncertain({
    name: "input_cost",
    label: "Cost of input",
    unit: "USD/Mtoken",
    family: "lognormal",
    of: { p5: 0.01, p95: 0.2 },
    meaning: "What a million input tokens cost to serve, caching included",
    source: `${sources.deepSeekDay}: 0.060 with cache hits; ${sources.essay004}: 0.003, which no GPU can do, and 0.01`,
    grade: "B",
  }),
  fixed({
    name: "list_output_price",
    label: "List price of output",
    unit: "USD/Mtoken",
    value: 25,
    meaning: "What the API charges for a million output tokens",
    source: `${sources.essay004}: Claude Opus 4.6, February 2026`,
    grade: "A",
  }),
  fixed({
    name: "list_input_price",
    label: "List price of input",
    unit: "USD/Mtoken",
    value: 5,
    meaning: "What the API charges for a million fresh input tokens",
    source: `${sources.essay004}: Claude Opus 4.6, February 2026`,
    grade: "A",
  }),
  derived({
    name: "user_cost",
    label: "Cost of a user",
    unit: "USD/user/month",
    meaning: "What this user costs to serve in a month",
    source: `${sources.essay004}: 1.50 (casual) to 300 and more (at the limit)`,
    formula: "days_used * (user_input * input_cost + user_output * output_cost)",
  }),
  derived({
    name: "user_profit",
    label: "Profit on a user",
    unit: "USD/user/month",
    meaning: "Price of the plan less the cost of the user; below 0 the user loses money",
    source: `${sources.essay001}: 156`,
    formula: "plan_price - user_cost",
  }),
  derived({
    name: "user_loses",
    label: "Users who lose money",
    unit: "1",
    meaning: "1 where the user costs more than the plan brings; the mean is their share",
    source: "Cost above price",
    formula: "if(user_cost > plan_price, 1, 0)",
  }),
  derived({
    name: "price_over_cost",
    label: "Price over cost",
    unit: "1",
    meaning: "Price of the plan over the cost of the user",
    source: `${sources.essay004}: 13 (casual) to 0.67 (at the limit)`,
    formula: "plan_price / user_cost",
  }),
  derived({
    name: "api_value",
    label: "Use at list price",
    unit: "USD/user/month",
    meaning: "What the same tokens would cost through the API, without caching",
    source: `${sources.essay000}: 5,000 on a plan of 200; ${sources.essay004}: 2,679`,
    formula: "days_used * (user_input * list_input_price + user_output * list_output_price)",
  }),
  derived({
    name: "api_value_over_price",
    label: "Use at list price over the plan",
    unit: "1",
    meaning: "What looks like a subsidy: retail value, not cost, over the price of the plan",
    source: `${sources.essay000}: 25`,
    formula: "api_value / plan_price",
  }),
  derived({
    name: "mean_plan_price",
    label: "Mean price of a plan",
    unit: "USD/user/month",
    meaning: "Over all subscribers",
    source: "By the shares of the types",
    formula: meanOverTypes((name) => `${name}_price`),
  }),
  derived({
    name: "mean_user_cost",
    label: "Mean cost of a user",
    unit: "USD/user/month",
    meaning: "Over all subscribers at the mean use of their type; the cap trims it further",
    source: "By the shares of the types",
    formula: meanOverTypes(
      (name) =>
        `days_used * (${name}_input * input_cost + min(${name}_output, output_cap) * output_cost)`,
    ),
  }),
  derived({
    name: "plan_margin",
    label: "Margin on all plans",
    unit: "1",
    meaning: "Share of all subscriptions that the cost of serving them leaves",
    source: "Mean price less mean cost, over mean price",
    formula: "1 - mean_user_cost / mean_plan_price",
  }),
];

function userCost(sign: "" | "-"): readonly Term[] {
  return [
    { label: "Input", formula: `${sign}days_used * user_input * input_cost` },
    { label: "Output", formula: `${sign}days_used * user_output * output_cost` },
  ];
}

/** Who pays for whom on a flat price. */
export const subscription: Model = {
  name: "subscription",
  title: "Which subscribers lose money, and whether the plans make it",
  meaning:
    "Types of users with a plan each, their use spread widely within a type and cut at the plan's limits, " +
    "against what tokens cost to serve. Which user a draw picks is variability; what tokens cost is " +
    "uncertainty. Users who leave or change plans are left out.",
  quantities: [...userTypes, ...usage, ...money],
  factors: [
    { name: "unit_cost", label: "Unit costs", quantities: ["output_cost", "input_cost"] },
    { name: "usage", label: "Use", quantities: ["user_input", "user_output", "days_used"] },
    { name: "plan", label: "Price of the plan", quantities: ["plan_price"] },
  ],
  stacks: [
    { of: "user_cost", terms: userCost("") },
    {
      of: "user_profit",
      terms: [{ label: "Price of the plan", formula: "plan_price" }, ...userCost("-")],
    },
  ],
  correlations: [
    { between: ["output_cost", "input_cost"], rank: 0.6, source: "Judgement: the same GPUs" },
  ],
  outputs: ["user_cost", "user_profit", "user_loses", "plan_margin", "api_value_over_price"],
};
