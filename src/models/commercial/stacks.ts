import type { Stack, Term } from "../quantity.js";

const SERVING = "hardware_cost_per_token * utilization";

/** Hours that serve, told by what a GPU-hour is made of, and hours that do not. */
const hardware: readonly Term[] = [
  {
    label: "GPU-hours that serve",
    formula: SERVING,
    terms: [
      {
        label: "GPU capital",
        formula: `${SERVING} * owned_share * gpu_capital_cost / gpu_hour_cost`,
      },
      {
        label: "Power and operation",
        formula: `${SERVING} * owned_share * (owned_gpu_hour_cost - gpu_capital_cost) / gpu_hour_cost`,
      },
      {
        label: "Rented GPUs",
        formula: `${SERVING} * (1 - owned_share) * rental_price / gpu_hour_cost`,
      },
    ],
  },
  { label: "Idle capacity", formula: "hardware_cost_per_token * (1 - utilization)" },
];

const trained: readonly Term[] = [
  ...hardware,
  { label: "Training", formula: "hardware_cost_per_token * training_ratio" },
];

const loaded: readonly Term[] = [
  ...trained,
  { label: "Overhead", formula: "raw_cost_per_token * overhead" },
];

/** From the GPU-hour to the price of a token, as both models of its cost load it. */
export const loadingStacks: readonly Stack[] = [
  { of: "hardware_cost_per_token", terms: hardware },
  { of: "raw_cost_per_token", terms: trained },
  { of: "cost_per_token", terms: loaded },
  {
    of: "price_per_token",
    terms: [...loaded, { label: "Margin", formula: "price_per_token - cost_per_token" }],
  },
];
