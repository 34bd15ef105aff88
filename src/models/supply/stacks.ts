import type { Stack, Term } from "../quantity.js";

/** What an owned GPU-hour is made of, and what a rented one adds. */
const terms: readonly Term[] = [
  { label: "GPU capital", formula: "owned_share * gpu_capital_cost" },
  { label: "Support", formula: "owned_share * gpu_support_cost" },
  { label: "Power", formula: "owned_share * gpu_power_cost" },
  { label: "Hosting", formula: "owned_share * hosting_cost / hours_per_year" },
  { label: "Staff", formula: "owned_share * staff_cost / hours_per_year" },
  { label: "Rented GPUs", formula: "(1 - owned_share) * rental_price" },
];

/** The GPU-hour as a reader of an invoice would break it up. */
export const gpuHourStacks: readonly Stack[] = [{ of: "gpu_hour_cost", terms }];
