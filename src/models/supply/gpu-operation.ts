import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** What keeps an owned GPU running: support, power, a place to stand, and people. */
export const gpuOperation: readonly Quantity[] = [
  {
    name: "support_contract",
    label: "Support contract",
    unit: "USD/server",
    meaning: "Price of one server's support plan, for the whole of its term",
    source: `${sources.essay000}: plans of 15,000 to 40,000 a server`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 15_000, mode: 27_500, max: 40_000 } },
    },
  },
  {
    name: "support_term",
    label: "Support term",
    unit: "year",
    meaning: "Years that one support contract covers",
    source: `${sources.essay000}: plans of 3 to 5 years`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "uniform", parameters: { min: 3, max: 5 } },
    },
  },
  {
    name: "gpu_support_cost",
    label: "Support per GPU-hour",
    unit: "USD/GPU/h",
    meaning: "The support contract spread over its term and the server's GPUs",
    source: `${sources.essay000}: 60,000 over 3 years and 8 GPUs is 0.29`,
    definition: {
      kind: "formula",
      formula: "support_contract / gpus_per_server / (support_term * hours_per_year)",
    },
  },
  {
    name: "gpu_power",
    label: "Power of a GPU",
    unit: "kW/GPU",
    meaning: "Full power of a GPU with its share of processors, fans and network",
    source: `NVIDIA DGX H100/H200 user guide: 10.2 kW for 8 GPUs; ${sources.inferenceX}: 1.73 with cooling; ${sources.essay001}: 0.7 for the chip alone`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 1, mode: 1.28, max: 1.5 } },
    },
  },
  {
    name: "power_load",
    label: "Power load",
    unit: "1",
    meaning: "Mean share of full power that the server draws",
    source:
      "Decoding waits for memory: vllm-cost-meter (arXiv 2606.11690) meters 262 to 338 W of 700",
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "beta", parameters: { mean: 0.75, sd: 0.085 } },
    },
  },
  {
    name: "pue",
    label: "Power usage effectiveness",
    unit: "1",
    meaning:
      "Power at the meter of the building over power into the servers; 1 is no cooling at all",
    source: `${sources.essay001}: 1.3; hyperscalers report about 1.1`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 1.08, mode: 1.25, max: 1.5 } },
    },
  },
  {
    name: "electricity_price",
    label: "Electricity price",
    unit: "USD/kWh",
    meaning: "Price of a kilowatt-hour at the meter",
    source: `${sources.essay001}: 0.10 in the US, 0.05 to 0.07 in China`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 0.05, p95: 0.13 } },
    },
  },
  {
    name: "gpu_power_cost",
    label: "Power per GPU-hour",
    unit: "USD/GPU/h",
    meaning: "Electricity for the GPU and for cooling it",
    source: `${sources.essay001}: 0.7 kW at 1.3 and 0.10 is 66 a month`,
    definition: { kind: "formula", formula: "gpu_power * power_load * pue * electricity_price" },
  },
  {
    name: "hosting_cost",
    label: "Hosting",
    unit: "USD/GPU/month",
    meaning:
      "Space, racks and whatever else of the server its price leaves out; not the electricity",
    source: `Colocation at 90 to 250 USD/kW/month and 1 to 1.5 kW; ${sources.essay001}: 350 with the chassis`,
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 90, mode: 180, max: 375 } },
    },
  },
  {
    name: "staff_cost",
    label: "Staff",
    unit: "USD/GPU/month",
    meaning: "People who run the machines",
    source: `${sources.essay001}: 150; large fleets need fewer`,
    grade: "C",
    definition: {
      kind: "distribution",
      spec: { distribution: "pert", parameters: { min: 40, mode: 110, max: 250 } },
    },
  },
];
