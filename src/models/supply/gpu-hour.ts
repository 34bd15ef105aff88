import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** One price for an hour of a GPU, whether it is owned, rented, or some of each. */
export const gpuHour: readonly Quantity[] = [
  {
    name: "owned_gpu_hour_cost",
    label: "Owned GPU-hour",
    unit: "USD/GPU/h",
    meaning: "Everything an owned GPU costs in an hour, busy or idle",
    source: `${sources.essay000}: 0.86 + 0.29 = 1.15; ${sources.essay001}: 1,400 a month, 1.92 an hour`,
    definition: {
      kind: "formula",
      formula:
        "gpu_capital_cost + gpu_support_cost + gpu_power_cost + (hosting_cost + staff_cost) / hours_per_year",
    },
  },
  {
    name: "rental_price",
    label: "Rental price",
    unit: "USD/GPU/h",
    meaning: "Price of an hour of a rented GPU of the H100 class, power and people included",
    source: `${sources.essay004}: 1.49 (specialists) to 6.98 (hyperscalers); one-year contracts 1.70 (October 2025) to 2.35 (March 2026)`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 1.55, p95: 4.6 } },
    },
  },
  {
    name: "owned_share",
    label: "Owned share of the fleet",
    unit: "1",
    meaning: "A decision, not a chance: 1 owns every GPU, 0 rents every GPU",
    source: "Half and half until a scenario decides",
    grade: "C",
    definition: { kind: "constant", value: 0.5 },
  },
  {
    name: "gpu_hour_cost",
    label: "Cost of a GPU-hour",
    unit: "USD/GPU/h",
    meaning: "Mean over the owned and the rented part of the fleet",
    source: `${sources.essay000} owns; ${sources.essay003} rents`,
    definition: {
      kind: "formula",
      formula: "owned_share * owned_gpu_hour_cost + (1 - owned_share) * rental_price",
    },
  },
];
