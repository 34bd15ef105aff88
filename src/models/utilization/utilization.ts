import { derived, uncertain } from "../define.js";
import type { Model, Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** What a fleet keeps free at its peak. */
export const headroom: Quantity = uncertain({
  name: "headroom",
  label: "Headroom",
  unit: "1",
  family: "pert",
  of: { min: 0.05, mode: 0.15, max: 0.35 },
  meaning: "Share of the fleet kept free at the peak for failures and queues",
  source: `${sources.essay000}: headroom and queue buffers, no number`,
  grade: "C",
});

/** The share of a fleet's hours that is sold, from the shape of its day rather than by guess. */
export const utilization: readonly Quantity[] = [
  uncertain({
    name: "peak_over_trough",
    label: "Peak over trough of a day",
    unit: "1",
    family: "pert",
    of: { min: 1.5, mode: 3, max: 8 },
    meaning: "Demand of the busiest hour over that of the quietest",
    source: `${sources.essay002}: 5; ${sources.deepSeekDay}: a mean of 226.75 nodes at a peak of 278`,
    grade: "B",
  }),
  uncertain({
    name: "mean_day",
    label: "Mean day over busiest day",
    unit: "1",
    family: "pert",
    of: { min: 0.75, mode: 0.92, max: 1 },
    meaning: "What weekends and seasons leave of the day the fleet is sized for",
    source: sources.judgement,
    grade: "C",
  }),
  headroom,
  uncertain({
    name: "backfill",
    label: "Idle hours sold",
    unit: "1",
    family: "pert",
    of: { min: 0, mode: 0.1, max: 0.5 },
    meaning: "Share of the idle hours that batch jobs or research pay for",
    source: `${sources.deepSeekDay}: nodes go to research at night; ${sources.essay004}: batch at half price`,
    grade: "C",
  }),
  derived({
    name: "mean_over_peak",
    label: "Mean over peak",
    unit: "1",
    meaning: "Mean demand over the peak the fleet is sized for, with a sinusoidal day",
    source: `${sources.essay002}: a 5:1 day averages 0.6 of its peak`,
    formula: "(1 + 1 / peak_over_trough) / 2 * mean_day",
  }),
  derived({
    name: "interactive_utilization",
    label: "Utilization by users",
    unit: "1",
    meaning: "Share of the fleet's hours that its users fill",
    source: "Mean over peak, less headroom",
    formula: "mean_over_peak * (1 - headroom)",
  }),
  derived({
    name: "utilization",
    label: "Utilization",
    unit: "1",
    meaning: "Share of a replica's hours, at its full throughput, that is sold",
    source: `${sources.essay000}: 0.6 to 0.7 realistic, 0.8 used`,
    formula: "interactive_utilization + backfill * (1 - interactive_utilization)",
  }),
];

/** How busy a fleet can be. */
export const utilizationModel: Model = {
  name: "utilization",
  title: "How busy a fleet can be",
  meaning:
    "A fleet is sized for its busiest hour; the shape of the day, headroom and what fills the idle hours " +
    "say how much of it is sold. Growth between orders of hardware is left out.",
  quantities: utilization,
  factors: [
    {
      name: "load_shape",
      label: "Shape of the load",
      quantities: ["peak_over_trough", "mean_day"],
    },
    { name: "headroom", label: "Headroom", quantities: ["headroom"] },
    { name: "backfill", label: "Idle hours sold", quantities: ["backfill"] },
  ],
  outputs: ["utilization", "interactive_utilization", "mean_over_peak"],
};
