import { derived, uncertain } from "../define.js";
import type { Model, Quantity, Term } from "../quantity.js";
import { sources } from "../sources.js";
import { revenue } from "./revenue.js";
import { serving } from "./serving.js";

const training: readonly Quantity[] = [
  uncertain({
    name: "training_cost",
    label: "Cost of training",
    unit: "MUSD",
    family: "lognormal",
    of: { p5: 150, p95: 3500 },
    meaning: "Everything spent until the model could be served",
    source: `${sources.essay003}: 2,000; ${sources.essay004}: 100 to 1,000`,
    grade: "C",
  }),
  uncertain({
    name: "model_lifetime",
    label: "Lifetime of the model",
    unit: "month",
    family: "lognormal",
    of: { p5: 7, p95: 30 },
    meaning: "Months that the model sells before another takes its place",
    source: `${sources.essay003}: 12 against 36`,
    grade: "B",
  }),
  derived({
    name: "training_write_off",
    label: "Training by the month",
    unit: "MUSD/month",
    meaning: "The cost of training spread evenly over the lifetime of the model",
    source: `${sources.essay003}: 166.7 over 12 months, 55.6 over 36`,
    formula: "training_cost / model_lifetime",
  }),
  derived({
    name: "gross_profit",
    label: "Profit before training",
    unit: "MUSD/month",
    meaning: "Revenue less the cost of serving",
    source: `${sources.essay003}: 77.9`,
    formula: "revenue - serving_cost",
  }),
  derived({
    name: "profit",
    label: "Profit",
    unit: "MUSD/month",
    meaning: "Revenue less the costs of serving and of training",
    source: `${sources.essay003}: -88.8 over 12 months, 22.3 over 36`,
    formula: "gross_profit - training_write_off",
  }),
  derived({
    name: "training_ratio",
    label: "Training per inference",
    unit: "1",
    meaning: "Training by the month over the cost of serving",
    source: `${sources.essay003}, implied: 1.36 over 12 months, 0.46 over 36`,
    formula: "training_write_off / serving_cost",
  }),
  derived({
    name: "break_even_lifetime",
    label: "Lifetime to break even",
    unit: "month",
    meaning: "Months of this profit that pay for the training; 1,200 stands for never",
    source: `${sources.essay003}, implied: 25.7 months`,
    formula: "if(gross_profit > 0, min(training_cost / gross_profit, 1200 month), 1200 month)",
  }),
  derived({
    name: "break_even_users",
    label: "Users to break even",
    unit: "Muser",
    meaning: "Users whose subscriptions pay for this fleet and the training",
    source: `${sources.essay003}, implied`,
    formula: "(serving_cost + training_write_off) / (paying_share * revenue_per_user)",
  }),
  derived({
    name: "break_even_gpu_hour",
    label: "GPU-hour to break even",
    unit: "USD/GPU/h",
    meaning: "Cost of a GPU-hour at which there is neither profit nor loss; below 0 none will do",
    source: `${sources.essay003}, implied`,
    formula: "(revenue - training_write_off) / (fleet_gpus * hours_per_month)",
  }),
];

const beforeTraining: readonly Term[] = [
  { label: "Revenue", formula: "revenue" },
  { label: "Serving", formula: "-serving_cost" },
];

/** Whether a model sells long enough to pay for its training. */
export const modelLifetime: Model = {
  name: "model-lifetime",
  title: "Whether a model lives long enough to pay for its training",
  meaning:
    "Subscriptions pay for a rented fleet; what is left has to pay for the training before the next model " +
    "takes over. Growth, falling prices and discounting are left out.",
  quantities: [...serving, ...revenue, ...training],
  factors: [
    { name: "gpu_hour", label: "Cost of a GPU-hour", quantities: ["gpu_hour_cost"] },
    { name: "fleet", label: "Size of the fleet", quantities: ["fleet_gpus"] },
    { name: "revenue", label: "Revenue", quantities: ["revenue"] },
    { name: "training", label: "Cost of training", quantities: ["training_cost"] },
    { name: "lifetime", label: "Lifetime of the model", quantities: ["model_lifetime"] },
  ],
  stacks: [
    { of: "gross_profit", terms: beforeTraining },
    {
      of: "profit",
      terms: [...beforeTraining, { label: "Training", formula: "-training_write_off" }],
    },
  ],
  correlations: [
    {
      between: ["training_cost", "model_lifetime"],
      rank: 0.2,
      source: "Judgement: dearer models hold out longer",
    },
    {
      between: ["paying_share", "revenue_per_user"],
      rank: -0.3,
      source: "Judgement: cheap plans find more buyers",
    },
  ],
  outputs: ["profit", "gross_profit", "break_even_lifetime", "training_ratio"],
};
