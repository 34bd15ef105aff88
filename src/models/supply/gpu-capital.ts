import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** What a GPU costs to own: an annuity over its lifetime, a straight line where capital is free. */
export const gpuCapital: readonly Quantity[] = [
  {
    name: "server_price",
    label: "Price of a server",
    unit: "USD/server",
    meaning: "Purchase price of one server with all its GPUs",
    source: `${sources.essay004}: 200,000 to 400,000 for 8 GPUs; ${sources.essay000}: 300,000 used, street 308,000 to 315,000; ${sources.essay001}: 30,000 a GPU`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 200_000, p95: 368_000 } },
    },
  },
  {
    name: "gpus_per_server",
    label: "GPUs in a server",
    unit: "GPU/server",
    meaning: "GPUs that the price of a server buys",
    source: `${sources.essay000}: 8, the HGX board`,
    grade: "A",
    definition: { kind: "constant", value: 8 },
  },
  {
    name: "network_share",
    label: "Network and storage",
    unit: "1",
    meaning: "Switches, cables and storage as a share of the price of the servers they join",
    source:
      "All-in estimates near 50,000 a GPU (LessWrong) against 33,000 in the server; calculators add 0.1 to 0.15",
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 0.05, mode: 0.15, max: 0.35 } },
    },
  },
  {
    name: "lifetime",
    label: "Lifetime",
    unit: "year",
    meaning: "Years over which the hardware is written off in a straight line",
    source: `${sources.essay001}: 3; ${sources.inferenceX}: 4; ${sources.essay000}: 5; hyperscalers' annual reports: 5 to 6`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 3, mode: 4, max: 6 } },
    },
  },
  {
    name: "residual_share",
    label: "Resale value",
    unit: "1",
    meaning: "Share of the server's price that a sale returns at the end of the lifetime",
    source: "Resale listings: 0.25 to 0.35 after three years; the essays: nothing",
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 0, mode: 0.12, max: 0.35 } },
    },
  },
  {
    name: "cost_of_capital",
    label: "Cost of capital (WACC)",
    unit: "1/year",
    meaning:
      "Yearly return that the money in the hardware must earn; 0 ignores it, as the essays do",
    source: "Judgement: investment-grade debt to data-centre equity",
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 0.06, mode: 0.11, max: 0.18 } },
    },
  },
  {
    name: "hours_per_year",
    label: "Hours in a year",
    unit: "h/year",
    meaning: "Hours that a year's and (a twelfth of it) a month's bills are spread over",
    source: `${sources.essay000} and ${sources.essay001}: 365 days, so 730 hours a month`,
    grade: "A",
    definition: { kind: "constant", value: 8760 },
  },
  {
    name: "capital_per_gpu",
    label: "Capital per GPU",
    unit: "USD/GPU",
    meaning: "Money tied up in one GPU with its share of server, network and storage",
    source: `${sources.essay000}: 300,000 over 8 GPUs`,
    definition: {
      kind: "formula",
      formula: "server_price * (1 + network_share) / gpus_per_server",
    },
  },
  {
    name: "capital_growth",
    label: "Growth of the capital",
    unit: "1",
    meaning: "What a dollar would have become at the cost of capital by the end of the lifetime",
    source: "Compound interest, by the year",
    definition: {
      kind: "formula",
      formula: "(1 + cost_of_capital * (1 year)) ^ (lifetime / (1 year))",
    },
  },
  {
    name: "capital_recovery",
    label: "Capital recovery factor",
    unit: "1/year",
    meaning: "Yearly payment that returns a dollar with interest over the lifetime",
    source: "Annuity; at 10% over 5 years 0.2638. A straight line where capital costs nothing",
    definition: {
      kind: "formula",
      formula:
        "if(cost_of_capital > 0, cost_of_capital * capital_growth / (capital_growth - 1), 1 / lifetime)",
    },
  },
  {
    name: "gpu_capital_cost",
    label: "Hardware per GPU-hour",
    unit: "USD/GPU/h",
    meaning: "The capital less today's worth of its resale, paid back in equal years",
    source: `${sources.essay000}: 7,500 a GPU-year, 0.86 an hour; financing is ours`,
    definition: {
      kind: "formula",
      formula:
        "(capital_per_gpu - residual_share * server_price / gpus_per_server / capital_growth) * capital_recovery / hours_per_year",
    },
  },
];
