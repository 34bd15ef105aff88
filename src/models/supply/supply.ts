import { gpuHourStacks } from "./stacks.js";
import type { Link, Model, Quantity } from "../quantity.js";
import { gpuCapital } from "./gpu-capital.js";
import { gpuHour } from "./gpu-hour.js";
import { gpuOperation } from "./gpu-operation.js";

/** Everything from a server's invoice to one price for a GPU-hour. */
export const supply: readonly Quantity[] = [...gpuCapital, ...gpuOperation, ...gpuHour];

/** What moves together in the market for GPUs and the places they stand in. */
export const supplyLinks: readonly Link[] = [
  {
    between: ["server_price", "rental_price"],
    rank: 0.5,
    source: "Judgement: one market for the same hardware",
  },
  {
    between: ["lifetime", "residual_share"],
    rank: -0.5,
    source: "Judgement: what is kept longer sells for less",
  },
  {
    between: ["pue", "electricity_price"],
    rank: -0.2,
    source: "Judgement: cheap power is spent more freely",
  },
];

/** What a GPU-hour costs, before anyone has served a token with it. */
export const gpuHourModel: Model = {
  name: "gpu-hour",
  title: "What a GPU-hour costs",
  meaning:
    "A server's price becomes a yearly annuity with resale; support, power, hosting and staff are added; " +
    "the rented part of the fleet comes at its rental price. Idle hours cost as much as busy ones.",
  quantities: supply,
  factors: [
    { name: "capital", label: "Hardware", quantities: ["gpu_capital_cost"] },
    { name: "power", label: "Power", quantities: ["gpu_power_cost"] },
    { name: "support", label: "Support", quantities: ["gpu_support_cost"] },
    { name: "hosting", label: "Hosting", quantities: ["hosting_cost"] },
    { name: "staff", label: "Staff", quantities: ["staff_cost"] },
    { name: "rental", label: "Rental price", quantities: ["rental_price"] },
    { name: "owned_share", label: "Owning or renting", quantities: ["owned_share"] },
  ],
  stacks: gpuHourStacks,
  correlations: supplyLinks,
  outputs: ["gpu_hour_cost", "owned_gpu_hour_cost", "gpu_capital_cost", "gpu_power_cost"],
};
